/// A form of address before a surname, as in `Mrs. Reed`: she need not be the Reed who is known.
enum FormOfAddress {
  enum Kind: Hashable { case woman, man }

  private static let women = words(
    "mrs ms miss frau fräulein fru frøken madame mme mlle mademoiselle señora señorita sra srta doña lady dame")
  private static let men = words("mr herr monsieur señor")

  static func kind(of word: String) -> Kind? {
    women.contains(word) ? .woman : men.contains(word) ? .man : nil
  }

  /// What the first name of `name` tells; nil where it is borne by both or is not known.
  static func kind(ofPerson name: String) -> Kind? {
    let words = name.lowercased().split(separator: " ")
    guard words.count > 1, let first = words.first.map(String.init) else { return nil }
    if menByName.contains(first) { return .man }
    if womenByName.contains(first) { return .woman }
    return first.hasSuffix("a") && !eitherByName.contains(first) ? .woman : nil
  }

  /// Whether a pronoun can stand for this person, as far as the first name tells.
  static func fits(_ pronoun: String, _ name: String) -> Bool {
    switch kind(ofPerson: name) {
    case .woman: !["he", "han", "er", "il", "él", "lui", "hij"].contains(pronoun)
    case .man: !["she", "hun", "sie", "elle", "ella", "lei", "zij"].contains(pronoun)
    case nil: true
    }
  }

  /// The form of address and the name of `Mrs. Reed`.
  static func parted(_ name: String) -> (kind: Kind, name: String)? {
    let words = name.split(separator: " ")
    guard words.count > 1, let kind = kind(of: words[0].lowercased().filter { $0 != "." }) else { return nil }
    return (kind, words.dropFirst().joined(separator: " "))
  }

  private static let eitherByName = words("luca nicola andrea sasha joshua ezra mika noa kaya")

  private static let menByName = words(
    """
    adam alan albert alexander alfred andrew anthony arthur ben benjamin bill billy bob brian carl charles christopher
    colin daniel david dennis donald douglas edmund edward edwin eric ernest frank fred frederick gary george gerald
    gordon graham harold harry henry herbert hugh ian jack jacob jake james jeff jim joe john joseph josh joshua keith
    kenneth kevin larry leonard luke mark martin matthew michael mike neil nicholas nick norman oliver oscar patrick
    paul percy peter philip ralph ray raymond richard robert roger ronald roy samuel scott simon stanley stephen steve
    steven stuart terry thomas tim timothy tom tony victor walter will william
    anders arne bjørn einar erik finn geir hans harald jan jens jon jonas kjell knut lars magnus morten nils odd ola
    ole olav per petter rolf sigurd svein tor
    andreas bernd dieter ernst felix franz friedrich fritz gerhard günter heinrich heinz helmut horst jürgen karl
    klaus kurt ludwig manfred max otto rainer rudolf stefan sven thorsten ulrich uwe werner wilhelm wolf wolfgang
    alain antoine bernard christophe claude émile étienne françois gérard guillaume henri hugo jacques julien
    laurent louis luc lucien marcel mathieu michel nicolas olivier paul philippe pierre rené thierry yves
    alberto alejandro alfonso antonio carlos diego eduardo enrique felipe fernando francisco gabriel ignacio javier
    jorge josé juan julián julio luis manuel mario miguel pablo paco pedro rafael ramón raúl roberto rodrigo sergio
    """)

  private static let womenByName = words(
    """
    agnes alice alison amy ann anne audrey beatrice beth betty carol caroline catherine charlotte chloe claire
    daisy deborah diane dorothy edith eileen eleanor elizabeth ellen elsie emily esther ethel eve evelyn florence
    frances gail gladys grace hazel heather helen hilary irene isabel jane janet jennifer jessica jill joan joanne
    joyce judith judy karen kate katherine kathleen katie linda lily louise lucy mabel margaret marie marion marjorie
    mary megan mildred miriam nancy naomi nicole pauline phyllis rachel rebecca rose rosemary ruth sally sarah sharon
    sheila shirley sophie sue susan sylvie violet vivian winifred
    anette astrid bente berit birgit elin else gerd grete gro hege heidi hilde inger ingrid karin kari kirsten kjersti
    liv marit mette randi ragnhild sigrid silje siri solveig tone turid unni
    brigitte christine edeltraud elfriede elke gertrud gisela gudrun hannelore heike ilse inge ingeborg irmgard jutta
    käthe kerstin liesel lotte margarete marlene renate sabine silke susanne sybille ute waltraud
    adèle agathe amélie brigitte camille cécile chantal colette denise élise françoise geneviève hélène isabelle
    jeanne juliette madeleine mathilde monique nathalie odile simone solange suzanne sylvie thérèse valérie véronique
    beatriz carmen consuelo dolores inés isabel luz mercedes pilar raquel rocío rosario soledad
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0.isWhitespace }.map(String.init))
  }
}
