/// The function words by which a language is told.
struct LanguageProfile: Sendable {
  /// The primary subtag.
  let language: String
  /// Its function words, folded.
  let words: [String]

  /// The languages that can be told apart.
  static let all: [LanguageProfile] = [
    LanguageProfile(
      language: "en",
      """
      the and you your we our is are was were have has had will would this that with for from not it \
      of to in on be been can could please sorry thank thanks if so as at by an do does did they them \
      there their which what when how who any all out up about just only but or us my i'm it's don't
      """),
    LanguageProfile(
      language: "de",
      """
      der die das und ist nicht sie wir ihr ihre ihnen ihren ihrer uns unser ein eine einen einer dem \
      den des mit fur auf zu von im ich haben hat wird werden wurde sind bitte danke vielen dank \
      leider dass auch wenn sehr noch bei nach aus oder aber wie als kein keine es tut leid
      """),
    LanguageProfile(
      language: "fr",
      """
      le la les et vous votre vos nous notre est sont pas ne que qui pour dans sur avec une un des du \
      de au aux ce cette ces je avons avez merci bonjour desole desoles mais ou si plus par se son sa \
      ses tres bien etre ete c'est n'est d'une l'article s'il
      """),
    LanguageProfile(
      language: "es",
      """
      el la los las y usted su sus nosotros nuestro nuestra es son no que por para en con una un del \
      de al este esta estos hemos ha gracias hola lamentamos sentimos pero o si mas muy se lo le les \
      nos como cuando ser sido esta estan tiene puede
      """),
    LanguageProfile(
      language: "it",
      """
      il lo la gli le e lei suo sua suoi noi nostro nostra sono non che per in con una un del della \
      dei delle di al alla questo questa abbiamo ha grazie buongiorno ci dispiace ma o se piu molto \
      si nel nella come quando essere stato stata puo
      """),
    LanguageProfile(
      language: "pt",
      """
      o os as e voce seu sua nosso nossa nao que por para em com uma um do da dos das de ao este esta \
      obrigado obrigada ola lamentamos mas ou se mais muito foi sao tem pode nos pelo pela
      """),
    LanguageProfile(
      language: "nl",
      """
      de het een en u uw wij ons onze is zijn niet dat die voor van met op te aan bij ik hebben heeft \
      wordt worden was bedankt dank helaas maar of als ook nog naar uit geen je jouw dit deze
      """),
    LanguageProfile(
      language: "pl",
      """
      i w na nie ze sie jest sa do z za po od przez ale czy jak tak to ten ta prosze dziekuje \
      przepraszamy panstwa nasz nasza dla oraz juz byl byla
      """),
    LanguageProfile(
      language: "sv",
      """
      och att det som en ett ar inte vi du ni er din pa for med av till har kan ska tack tyvarr men \
      eller om den detta vara var mycket oss
      """),
    LanguageProfile(
      language: "tr",
      """
      ve bir bu icin ile degil siz sizin biz bizim cok ama olarak tesekkur ederiz lutfen uzgunuz da \
      de mi kadar daha sonra
      """),
  ]

  private init(language: String, _ words: String) {
    self.language = language
    self.words = words.split(separator: " ").map { String($0) }
  }
}
