/// A line that credits a photo which a plain text does not have.
enum PhotoCredit {
  private static let labels = [
    "photo:", "photo by", "photos:", "photos by", "photograph:", "photograph by", "photo credit:", "photo courtesy of",
    "image:", "image by", "image credit:", "image courtesy of", "picture:", "picture by", "credit:", "credits:",
    "foto:",
    "foto av", "bild:", "©", "photo :", "crédit photo :", "crédit :", "crédito:", "fotografía:", "illustration:",
  ]
  private static let agencies: Set<String> = [
    "getty images", "getty", "ap", "ap photo", "reuters", "afp", "ntb", "epa", "imago", "pa", "shutterstock", "dpa",
    "associated press", "alamy", "usa today sports", "unsplash", "wikimedia commons", "pa wire", "sportsfile",
  ]
  private static let longest = 100

  /// The credit of a line such as `Photo: A. Name`, `A. Name / @handle` or `A. Name/Getty Images`; nil for other lines.
  static func read(_ line: String) -> String? {
    guard line.utf8.count <= longest * 2, line.count <= longest, !line.contains("“"), !line.contains("\"") else {
      return nil
    }
    let text = line.trimmingMarks("()[]*_ ")
    let lower = text.lowercased()
    if let label = labels.filter({ lower.hasPrefix($0) }).max(by: { $0.count < $1.count }) {
      let credit = String(text.dropFirst(label.count)).trimmingMarks(" :.")
      return credit.isEmpty || credit.split(separator: " ").count > 10 ? nil : credit
    }
    guard let slash = text.lastIndex(of: "/") else { return nil }
    let name = text[..<slash]
    let owner = text[text.index(after: slash)...].drop { $0 == " " }
    let words = name.split(separator: " ")
    guard (1...6).contains(words.count), words.allSatisfy({ $0.first?.isUppercase ?? false }) else { return nil }
    let isHandle = owner.first == "@" && !owner.contains(" ")
    return isHandle || agencies.contains(owner.lowercased()) ? text : nil
  }
}
