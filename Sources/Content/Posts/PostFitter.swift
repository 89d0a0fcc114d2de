/// Chooses what of a post fits on a channel.
package struct PostFitter: Sendable {
  let channel: Channel

  package init(channel: Channel) {
    self.channel = channel
  }

  /// Chooses the first form that the channel takes, else a thread.
  ///
  /// - Parameters:
  ///   - forms: the text and its shorter forms, the longest first; none is asked for behind one that fits.
  ///   - threads: texts that may become a thread, each as the parts that its template makes; asked for as seldom.
  ///   - prefersThread: whether the longest form becomes a thread before it becomes shorter.
  /// - Returns: the text, with ``PostText/partMark`` between the parts of a thread; nil when nothing fits.
  package func text(
    of forms: some Sequence<String>, threads: some Sequence<[String]>, prefersThread: Bool = false
  ) -> String? {
    var isLongest = true
    for form in forms {
      if !form.isEmpty, channel.fits(form) { return form }
      if isLongest, prefersThread, let thread = thread(of: threads) { return thread }
      isLongest = false
    }
    return thread(of: threads)
  }

  /// The first of some texts that can be cut into parts that fit.
  private func thread(of threads: some Sequence<[String]>) -> String? {
    for parts in threads {
      if let thread = thread(of: parts) { return thread }
    }
    return nil
  }

  /// Parts as the text of a thread, cut further where they do not fit; nil when they cannot be cut so.
  func thread(of parts: [String]) -> String? {
    guard channel.hasThreads, !parts.isEmpty else { return nil }
    return ThreadSplitter(channel: channel).parts(of: parts)?.joined(separator: "\n\(PostText.partMark)\n")
  }
}
