/// The closed classes of words by which speakers are found, in English, Norwegian, German, French, Spanish and Italian.
enum Vocabulary {
  /// Verbs that introduce somebody's words.
  static let speech = words(
    """
    said says say saying added adds adding told tells telling wrote writes writing posted posts posting tweeted tweets
    explained explains explaining continued continues responded responds responding replied replies replying answered
    answers joked jokes joking quipped admitted admits admitting insisted insists insisting declared declares declaring
    announced announces commented comments noted notes noting stated states stating proclaimed proclaims recalled
    recalls recalling remembered remembers reflected reflects concluded concludes claimed claims claiming argued argues
    warned warns shouted yelled whispered elaborated elaborates revealed reveals shared shares confirmed confirms
    suggested suggests predicted predicts promised promises agreed agrees countered counters remarked remarks exclaimed
    exclaims offered mused observed observes acknowledged acknowledges conceded concedes boasted complained complains
    vowed captioned stressed emphasised emphasized teased laughed laughs smiled asked asks asking cried snapped deadpanned
    texted messaged chuckled sighed shrugged began begins finished opened ended wondered pleaded begged demanded demands
    cheered protested protests marvelled marveled lamented laments joshed urged urges cautioned cautions reiterated
    asserted asserts maintained maintains quips recounted recounts
    sa sier skrev skriver forteller fortalte svarte svarer mener mente uttalte uttaler forklarte forklarer innrømmet
    innrømmer understreket understreker fortsatte fortsetter kommenterte spurte spør sade säger sagde siger
    ropte roper hevder hevdet innrømte fastslår lo påpeker påpekte bekrefter bekreftet
    sagte sagt sagen erklärte erklärt schrieb schreibt meinte meint betonte betont antwortete antwortet berichtete
    berichtet rief ruft widersprach widerspricht forderte fordert warnte warnt kündigte versprach klagte klagt lobte
    erzählte erzählt ergänzte ergänzt fügte kommentierte kommentiert fragte fragt
    erinnert erinnerte entgegnete entgegnet erwiderte erwidert bemerkte bemerkt versicherte versichert bestätigte
    bestätigt behauptete behauptet gestand gesteht scherzte scherzt seufzte flüsterte verkündete verkündet
    utbrøt utbryter konstaterte konstaterer medgir
    dit déclaré déclare expliqué explique ajouté ajoute confié confie écrit raconte raconté affirmé affirme assuré assure
    répondu répond lancé lance rétorque rétorqué proteste protesté insiste insisté confirme confirmé rappelle rappelé estime estimé souligne souligné poursuit conclut précise précisé demande demandé
    dijo dice afirmó afirma explicó explica añadió añade escribió escribe declaró declara contó cuenta aseguró asegura
    señaló señala protestó protesta gritó insistió insiste advirtió advierte recordó recuerda sostuvo comentó comenta respondió responde confesó admitió reconoció preguntó
    raconta écrivit ajouta déclara expliqua affirma assura confia lança précisa demanda reprit avoua admit reconnut
    protesta répondit rétorqua répliqua réplique insista souligna nota remarqua observa annonça soupira plaisanta cria
    murmura confirma rappela estima poursuivit exclama exclame écria écrie murmure avoue admet reconnaît soupire plaisante
    résume témoigne souvient souvint disent racontent
    recordaba contaba explicaba añadía prometió promete contestó contesta replicó agregó agrega lamentó lamenta exclamó exclama murmuró manifestó bromeó
    disse dice ha detto scrisse aggiunse aggiunto spiegò spiega commentò dichiarò
    zei zegt vertelde schreef
    """
  ).subtracting(["ha"])

  /// Verbs that are verbs of speech with `back`, `in` or `on` behind them.
  static let speechWithParticle = words(
    "fired fires shot shoots hit hits wrote chimed chimes weighed weighs went goes struck")
  static let particlesOfSpeech = words("back in on")

  /// Verbs of this list alone say that the same person goes on.
  static let continuing = words(
    """
    added adds adding continued continues continuing fortsatte fortsetter ergänzte ergänzt fügte ajoute ajouté ajouta
    poursuit poursuivit añadió añade aggiunse la legger
    """)

  /// Verbs of this list say that somebody else spoke before.
  static let replying = words(
    """
    replied replies replying answered answers responded responds agreed agrees countered counters retorted retorts
    disagreed disagrees svarte svarer antwortete antwortet entgegnete entgegnet erwiderte erwidert widersprach répondu
    répond répondit rétorqué rétorque rétorqua répliqua respondió responde contestó contesta replicó rispose antwoordde
    """)

  /// Verbs behind which who is told may stand beside who tells: `fortalte Holm Adresseavisen`.
  static let telling = words("fortalte forteller fortæller berättade erzählte erzählt berichtete berichtet vertelde")

  /// What belongs to a verb: `erinnerte sich Kern`.
  static let reflexive = words("sich seg sig se zich")

  /// Whether a word is a verb of speech, perhaps with its pronoun as in `s’écria`.
  static func isSpeech(_ word: String) -> Bool {
    if speech.contains(word) { return true }
    guard word.hasPrefix("s’") || word.hasPrefix("s'") else { return false }
    return speech.contains(String(word.dropFirst(2)))
  }

  /// Words that introduce the source of a quote without a verb, as in `According to Kerr, “…”`.
  static let accordingTo = words("according per ifølge laut selon según secondo volgens")

  static let pronouns = words("he she they i we han hun de er sie il elle ils él ella lui lei hij zij")
  static let pluralPronouns = words("they we de ils")

  /// Whoever speaks without being told from others.
  static let indefinite = words(
    """
    someone somebody another others both one everyone everybody anyone anybody nobody several many some few none
    jemand niemand keiner alle beide viele einige manche noen ingen begge mange flere quelqu'un quelqu’un personne
    tous plusieurs certains alguien nadie otro otra otros ambos todos algunos varios
    """)

  /// What makes a verb passive or part of another: `Kerr was told`.
  static let passive = words("was were is are been be being am wurde wird ble blir been not never n't to")

  static let prepositions = words(
    """
    of on in at by with to from about against over for after before behind under between like than versus vs into
    past ahead alongside without despite during via per beating passing following
    om på i av med til fra mot over for etter før bak under mellom som über von mit zu gegen für nach vor bei
    am auf aus beim zum zur im ins vom ohne durch hos ved blant
    sur de avec à par pour contre après avant chez sobre con a por contra tras ante di da
    """
  )

  static let determiners = words(
    """
    the a an his her their its my our der die das den dem des ein eine einem einen einer eines det en ei et le la les un
    une el los las una sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer ihres mein meine meinem meinen
    meiner unser unsere unserem unseren unserer dieser diese dieses diesem diesen sitt sine hennes leur leurs su sus
    """)

  static let conjunctions = words("and & or og eller und oder et ou y e o en")

  /// Verbs that are but a part of what is said.
  static let auxiliaries = words(
    """
    is are was were am be have has had will would can could must bin bist ist sind war waren habe hast hat haben hatte
    hatten wird werde werden wurde kann können muss müssen will wollen soll sollte er var har hadde vil skal kan må ble
    est sont était étaient a ont avait suis sommes es son está están era eran ha han he hemos había
    """)

  /// Words that stand before a verb without being its subject.
  static let adverbs = words(
    """
    also later then again simply just even still already recently previously subsequently famously reportedly allegedly
    has had have would will could can did does later afterwards jokingly
    også senere deretter har hadde auch später dann hat hatte a ont avait ha había también luego
    """
  )

  /// Capitalised words that begin sentences and are no names.
  static let sentenceOpeners = words(
    """
    the a an this that these those there here it its his her their our my your when while where who what why how if as
    at on in after before during since until with without for from by to of over under and but or so yet nor both neither
    either each every all some many most more only not no yes never ever now then once again also still even just
    don can won didn doesn isn wasn let ifølge laut selon según secondo volgens nun doch aber nur seit vom zum zur
    dem des einem einen einer eines beim ins aus ohne durch til fra hos ved blant
    ingen noen alle siden bare kun mais puis voici ainsi tous toda todo esta este ese sus nos
    ultimately finally meanwhile however instead later earlier today yesterday tomorrow asked speaking despite although
    though because unlike like following one two three first second third last next new according per via
    da når etter før under med på i for og men så den det dette hvis mens også als wenn nach vor während mit und aber der
    die das ein eine im am le la les un une des en au aux après avant et mais el los las una en tras y pero cuando
    is are was were am do does did can could would should have has had will may isn't don't yes okay well
    he she they we i you han hun er sie il elle él ella
    """
  )

  /// Sentence openers that are first names too: `Will`, the Norwegian `Per`.
  static let firstNamesToo = words("will may per art sue")

  /// Words before a name that are no part of it.
  static let titles = words(
    """
    squire earl duke duchess baron baroness count countess viscount viscountess laird
    mr mrs ms miss dr prof professor sir dame lord lady coach president manager captain king queen prince princess
    minister senator governor judge ceo director editor champion olympian herr frau trener trainer monsieur madame señor
    señora señorita sra srta don doña mme mlle mademoiselle fräulein fru frøken statsminister justisminister
    """
  )

  /// Forms of address, which say nothing of what somebody is.
  static let honorifics = words(
    """
    mr mrs ms miss dr prof professor sir dame lord lady rev cllr hon herr frau fräulein fru frøken monsieur madame mme
    mlle mademoiselle señor señora señorita sra srta don doña
    """)

  /// Offices and occupations: before a name, or behind an article, they are no part of a name, as in `Mayor Ann Marsh`;
  /// elsewhere they may be, as in `John Major`.
  static let roles = words(
    """
    mayor mayoress major colonel col general gen lieutenant lt sergeant sgt corporal commander admiral commodore
    councillor cllr councilman councilwoman councilmember alderman congressman congresswoman representative rep sen gov
    reverend rev vicar pastor bishop archbishop cardinal pope father rabbi imam priest chaplain canon dean
    chairman chairwoman chairperson chair secretary treasurer clerk commissioner superintendent inspector detective
    constable sheriff chief officer spokesman spokeswoman spokesperson chancellor premier ambassador attorney
    lawyer solicitor headmaster headmistress headteacher principal rector master curator archivist librarian historian
    conductor composer drummer bassist singer guitarist pianist violinist producer songwriter frontman architect
    engineer developer maintainer designer founder co-founder cofounder skipper coxswain cox rower oarsman goalkeeper
    midfielder defender striker winger quarterback pitcher umpire referee trainer manager doctor nurse teacher farmer
    author writer poet painter sculptor actor actress journalist reporter photographer correspondent columnist
    volunteer executive vice deputy assistant ordfører styreleder bürgermeister bürgermeisterin maire alcalde alcaldesa
    direktør fyrvokter prest sokneprest lensmann politimester statsråd formann kaptein direktor direktorin pfarrer
    pfarrerin lehrer lehrerin landwirt sprecher sprecherin minister ministerin präsident präsidentin kapitän organistin
    directeur directrice président présidente ministre curé gardien fundador fundadora entrenador entrenadora institutrice instituteur capitaine adjoint directora
    presidente presidenta ministro ministra capitán
    """
  ).union(occupations)

  /// Occupations that are names as well.
  static let occupations = words(
    """
    miller baker brewer butcher blacksmith carpenter joiner plumber electrician builder fisherman fishmonger sailor
    shepherd gardener gamekeeper innkeeper publican landlord landlady landowner shopkeeper grocer postman postmaster
    postmistress policeman policewoman firefighter lifeguard keeper lockkeeper lamplighter ferryman boatman stationmaster
    student pupil scientist physicist chemist biologist economist analyst researcher curate sexton verger organist
    choirmaster potter weaver tailor cobbler barber hairdresser chef cook waiter driver mechanic miner soldier veteran
    organiser organizer leader owner co-owner member partner dancer dealer banker lecturer runner winner runner-up
    barrister surveyor host promoter cyclist swimmer sprinter campaigner activist resident neighbour neighbor passenger eyewitness survivor widow widower
    """)

  /// Words by which a name is that of an event, a place, a body or a paper rather than a person's.
  static let institutions = words(
    """
    league championship championships games olympic olympics olympiad cup marathon mile stadium arena club federation
    association committee university college school athletics times guardian post herald news magazine mag podcast press
    journal radio tv channel world european national international american diamond grand slam track field team
    union party house court council ministry department company inc ltd corp group foundation institute museum society
    street avenue road park square hall city county state island river lake mountain north south east west new san los
    classic trials tour final finals semifinal record series show prime video youtube instagram twitter facebook tiktok
    x threads linkedin indoor outdoor men women british norwegian prix open festival award awards act bill treaty war
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday januar februar mars mai juni juli oktober desember januari märz dezember
    """
  )

  /// Words of ``institutions`` that are surnames as well.
  static let surnamesToo = words(
    "park hall west house lake street march may field north south east mountain rivers island guardian post")

  /// Small words inside names: `Femke van der Poel`.
  static let particles = words("van von der den de del della di da dos du el al bin ibn la le ten ter zu zur")

  /// Whether a word is none that names a role.
  static func isFunctionWord(_ word: String) -> Bool {
    prepositions.contains(word) || conjunctions.contains(word) || adverbs.contains(word) || pronouns.contains(word)
      || sentenceOpeners.contains(word) || speech.contains(word) || passive.contains(word)
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0.isWhitespace }.map { $0.lowercased() })
  }
}
