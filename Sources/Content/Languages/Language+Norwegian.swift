extension Language {
  static let norwegian = Language(
    code: "nb",
    months: [
      "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
      "desember",
    ],
    weekdays: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
    quotationMarks: ("«", "»"),
    numbers: ["én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"],
    day: { "\($0). \($1) \($2)" },
    dayOfMonth: { "\($0). \($1)" },
    weekdayAndDay: { "\($0) \($1)" },
    daysOfMonth: { "\($0).–\($1). \($2) \($3)" },
    yearBeforeChrist: { "\($0) f.Kr." },
    yearsAgo: { $0 == 0 ? "i dag" : "for \($0) år siden" },
    lookBack: { "På denne dagen \($0):" },
    words: [
      "news": "Ukens nyheter",
      "onThisDay": "På denne dagen",
      "thisMonth": "Denne måneden i historien",
      "quote": "Ukens sitat",
      "comingUp": "Framover",
      "colon": ":",
      "also": "Også",
      "more": "Mer",
      "picture": "Bilde",
      "thanks": "Takk for at du leser",
    ],
    standfirst: StandfirstWords(
      news: { title, others, number in
        switch others {
        case 0: "Ukens nyhet: \(title)."
        case 1: "Ukens nyheter: \(title), og én sak til."
        default: "Ukens nyheter: \(title), og \(number) saker til."
        }
      },
      onThisDay: { title, ago, others, number in
        switch others {
        case 0: "I dagene som kommer, ser vi tilbake på \(title), \(ago)."
        case 1: "I dagene som kommer, ser vi tilbake på \(title), \(ago), og på én merkedag til."
        default: "I dagene som kommer, ser vi tilbake på \(title), \(ago), og på \(number) merkedager til."
        }
      },
      comingUp: { title, weekday in "På \(weekday): \(title)." }))
}
