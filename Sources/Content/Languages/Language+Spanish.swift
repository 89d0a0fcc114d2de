extension Language {
  static let spanish = Language(
    code: "es",
    months: [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
      "diciembre",
    ],
    weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    quotationMarks: ("«", "»"),
    numbers: ["uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"],
    day: { "\($0) de \($1) de \($2)" },
    dayOfMonth: { "\($0) de \($1)" },
    weekdayAndDay: { "\($0), \($1)" },
    daysOfMonth: { "\($0)–\($1) de \($2) de \($3)" },
    yearBeforeChrist: { "\($0) a. C." },
    yearsAgo: { $0 == 0 ? "hoy" : $0 == 1 ? "hace 1 año" : "hace \($0) años" },
    lookBack: { "Un día como hoy, \($0):" },
    words: [
      "news": "Noticias de la semana",
      "onThisDay": "Un día como hoy",
      "thisMonth": "Este mes en la historia",
      "quote": "La cita de la semana",
      "comingUp": "Próximamente",
      "colon": ":",
      "also": "También",
      "more": "Más",
      "picture": "Imagen",
      "thanks": "Gracias por leernos",
    ],
    standfirst: StandfirstWords(
      news: { title, others, number in
        switch others {
        case 0: "La noticia de la semana: \(title)."
        case 1: "Las noticias de la semana: \(title), y una más."
        default: "Las noticias de la semana: \(title), y \(number) más."
        }
      },
      onThisDay: { title, ago, others, number in
        switch others {
        case 0: "En los próximos días, un aniversario: \(title), \(ago)."
        case 1: "En los próximos días, dos aniversarios, entre ellos \(title), \(ago)."
        default: "En los próximos días, un aniversario: \(title), \(ago), y \(number) más."
        }
      },
      comingUp: { title, weekday in "El \(weekday): \(title)." }))
}
