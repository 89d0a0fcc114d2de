extension Language {
  static let french = Language(
    code: "fr",
    months: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
      "décembre",
    ],
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    quotationMarks: ("«\u{A0}", "\u{A0}»"),
    numbers: ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"],
    day: { "\(ordinal($0)) \($1) \($2)" },
    dayOfMonth: { "\(ordinal($0)) \($1)" },
    weekdayAndDay: { "\($0) \($1)" },
    daysOfMonth: { "\(ordinal($0))–\($1) \($2) \($3)" },
    yearBeforeChrist: { "\($0) av. J.-C." },
    yearsAgo: { $0 == 0 ? "aujourd’hui" : $0 == 1 ? "il y a 1 an" : "il y a \($0) ans" },
    lookBack: { "Ce jour-là, \($0)\u{A0}:" },
    words: [
      "news": "L’actualité de la semaine",
      "onThisDay": "Ce jour-là",
      "thisMonth": "Ce mois-ci dans l’histoire",
      "quote": "La citation de la semaine",
      "comingUp": "À venir",
      "colon": "\u{A0}:",
      "also": "Aussi",
      "more": "En savoir plus",
      "picture": "Image",
      "thanks": "Merci de votre lecture",
    ],
    standfirst: StandfirstWords(
      news: { title, others, number in
        switch others {
        case 0: "L’actualité de la semaine\u{A0}: \(title)."
        case 1: "L’actualité de la semaine\u{A0}: \(title), et une autre nouvelle."
        default: "L’actualité de la semaine\u{A0}: \(title), et \(number) autres nouvelles."
        }
      },
      onThisDay: { title, ago, others, number in
        switch others {
        case 0: "Dans les jours à venir, un anniversaire\u{A0}: \(title), \(ago)."
        case 1: "Dans les jours à venir, deux anniversaires, dont \(title), \(ago)."
        default: "Dans les jours à venir, un anniversaire\u{A0}: \(title), \(ago), et \(number) autres."
        }
      },
      comingUp: { title, weekday in "À suivre \(weekday)\u{A0}: \(title)." }))

  /// The first of a month is `1er`, every other day a plain number.
  private static func ordinal(_ day: Int) -> String {
    day == 1 ? "1er" : String(day)
  }
}
