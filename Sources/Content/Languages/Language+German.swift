extension Language {
  static let german = Language(
    code: "de",
    months: [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
      "Dezember",
    ],
    weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    quotationMarks: ("„", "“"),
    numbers: ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"],
    day: { "\($0). \($1) \($2)" },
    dayOfMonth: { "\($0). \($1)" },
    weekdayAndDay: { "\($0), \($1)" },
    daysOfMonth: { "\($0).–\($1). \($2) \($3)" },
    yearBeforeChrist: { "\($0) v. Chr." },
    yearsAgo: { $0 == 0 ? "heute" : $0 == 1 ? "vor 1 Jahr" : "vor \($0) Jahren" },
    lookBack: { "An diesem Tag \($0):" },
    words: [
      "news": "Nachrichten der Woche",
      "onThisDay": "An diesem Tag",
      "thisMonth": "Dieser Monat in der Geschichte",
      "quote": "Zitat der Woche",
      "comingUp": "Demnächst",
      "colon": ":",
      "also": "Außerdem",
      "more": "Mehr",
      "picture": "Bild",
      "thanks": "Danke fürs Lesen",
    ],
    standfirst: StandfirstWords(
      news: { title, others, number in
        switch others {
        case 0: "Die Nachricht der Woche: \(title)."
        case 1: "Die Nachrichten der Woche: \(title) und eine weitere Meldung."
        default: "Die Nachrichten der Woche: \(title) und \(number) weitere Meldungen."
        }
      },
      onThisDay: { title, ago, others, number in
        switch others {
        case 0: "Rückblick in den kommenden Tagen: \(title), \(ago)."
        case 1: "Rückblick in den kommenden Tagen: \(title), \(ago), und ein weiterer Jahrestag."
        default: "Rückblick in den kommenden Tagen: \(title), \(ago), und \(number) weitere Jahrestage."
        }
      },
      comingUp: { title, weekday in "Am \(weekday): \(title)." }))
}
