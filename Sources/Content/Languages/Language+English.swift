extension Language {
  static let english = Language(
    code: "en",
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    quotationMarks: ("“", "”"),
    numbers: ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
    day: { "\($0) \($1) \($2)" },
    dayOfMonth: { "\($0) \($1)" },
    weekdayAndDay: { "\($0), \($1)" },
    daysOfMonth: { "\($0)–\($1) \($2) \($3)" },
    yearBeforeChrist: { "\($0) BC" },
    yearsAgo: { $0 == 0 ? "today" : $0 == 1 ? "1 year ago" : "\($0) years ago" },
    lookBack: { "On this day, \($0):" },
    words: [
      "news": "News of the week",
      "onThisDay": "On this day",
      "thisMonth": "This month in history",
      "quote": "Quote of the week",
      "comingUp": "Coming up",
      "colon": ":",
      "also": "Also",
      "more": "More",
      "picture": "Picture",
      "thanks": "Thank you for reading",
    ],
    standfirst: StandfirstWords(
      news: { title, others, number in
        switch others {
        case 0: "The week’s news: \(title)."
        case 1: "The week’s news: \(title), and one more story."
        default: "The week’s news: \(title), and \(number) more stories."
        }
      },
      onThisDay: { title, ago, others, number in
        switch others {
        case 0: "In the days ahead we look back to \(title), \(ago)."
        case 1: "In the days ahead we look back to \(title), \(ago), and to one more anniversary."
        default: "In the days ahead we look back to \(title), \(ago), and to \(number) more anniversaries."
        }
      },
      comingUp: { title, weekday in "Coming up on \(weekday): \(title)." }))
}
