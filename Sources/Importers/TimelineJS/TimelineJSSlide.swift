import Timeline

/// One slide of TimelineJS, from its JSON or from its sheet.
struct TimelineJSSlide: Hashable {
  struct Media: Hashable {
    var url = ""
    var caption = ""
    var credit = ""
    var thumbnail = ""
    var alt = ""
    var link = ""
  }

  var start: TimelineJSDate?
  var end: TimelineJSDate?
  /// The words to show instead of the date.
  var display = ""
  var headline = ""
  var text = ""
  var media = Media()
  var group = ""
  var id = ""
  var background = ""
  var backgroundAlt = ""
  /// What an editor should know about the date.
  var note = ""
  /// The line of the source.
  var line = 1
}
