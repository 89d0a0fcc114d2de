/// The words of dates in English, Norwegian, German, French and Spanish, in lower case and without accents.
///
/// Month names of Italian and Dutch come with them, since most are shared.
enum DateVocabulary {
  static let months: [String: Int] = table([
    "january jan januar janvier janv enero ene gennaio gen januari": 1,
    "february feb februar fevrier fevr febrero febbraio februari": 2,
    "march mar mars marz mrz marzo maart mrt": 3,
    "april apr avril avr abril abr aprile": 4,
    "may mai mayo maggio mag mei": 5,
    "june jun juni juin junio giugno giu": 6,
    "july jul juli juillet juil julio luglio lug": 7,
    "august aug aout agosto ago augustus": 8,
    "september sep sept septembre septiembre setiembre set settembre": 9,
    "october oct oktober okt octobre octubre ottobre ott": 10,
    "november nov novembre noviembre": 11,
    "december dec desember des dezember dez decembre diciembre dic dicembre": 12,
  ])

  /// 1 for Monday to 7 for Sunday.
  static let weekdays: [String: Int] = table([
    "monday mon mandag man montag lundi lun lunes": 1,
    "tuesday tue tues tirsdag tir dienstag mardi martes": 2,
    "wednesday wed onsdag ons mittwoch mercredi mer miercoles mie": 3,
    "thursday thu thur thurs torsdag tor donnerstag jeudi jeu jueves jue": 4,
    "friday fri fredag fre freitag vendredi ven viernes vie": 5,
    "saturday sat lordag lor samstag sonnabend samedi sam sabado sab": 6,
    "sunday sun sondag son sonntag dimanche dim domingo dom": 7,
  ])

  static let seasons: [String: DateGrouping] = table([
    "spring var varen fruhling fruhjahr printemps primavera": .spring,
    "summer sommer sommeren ete verano": .summer,
    "autumn fall host hosten herbst automne otono": .autumn,
    "winter vinter vinteren hiver invierno": .winter,
  ])

  static let ordinalEndings = words("st nd rd th er re e eme ieme ere o a")
  static let ordinals: [String: Int] = table([
    "first 1st erste ersten forste premier primer": 1, "second 2nd zweite andre second segundo": 2,
    "third 3rd dritte tredje troisieme tercer": 3, "fourth 4th vierte fjerde quatrieme cuarto": 4,
  ])

  static let articles = words("the den le la les el los")
  static let ofWords = words("of de del du d av der des")
  static let fromWords = words("from since after seit nach ab fra siden etter depuis apres des desde despues")
  /// What stands before the first end of a range, and means nothing without the second.
  static let rangeWords = words("vom von du del de")
  static let untilWords = words("until till before bis vor inntil til for avant jusque hasta antes")
  static let toWords = words("to through thru until till til bis au a al hasta")
  static let andWords = words("and und og et y")
  static let nowWords = words("present now today heute na idag presente ahora hoy maintenant")
  static let circaWords = words(
    "c ca circa cirka around about approx approximately roughly um etwa rund omtrent omkring rundt vers environ hacia")
  static let vagueWords = words("early mid late begynnelsen anfang mitte ende debut fin principios mediados finales")
  static let doubtWords = words(
    "probably maybe perhaps possibly vermutlich wahrscheinlich vielleicht trolig kanskje probablement probablemente quizas"
  )
  static let centuryWords = words("century centuries jahrhundert jh arhundre siecle siglo")
  static let weekWords = words("week woche kw uke veke semaine semana")
  static let decadeEndings = words("s er ers")
  static let atWords = words("at um kl kl klokken a les las")
  static let zones = words("et est edt ct cst cdt mt mst mdt pt pst pdt utc gmt bst cet cest eet eest ist jst z uhr")

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }

  private static func table<Value>(_ rows: [String: Value]) -> [String: Value] {
    var table: [String: Value] = [:]
    for (names, value) in rows {
      for name in names.split(separator: " ") { table[String(name)] = value }
    }
    return table
  }
}
