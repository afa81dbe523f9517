import AmendsPolicy
import PolicyPacks
import Testing

@Suite("Whether the marketplace may remove a seller feedback")
struct RemovalTests {
  private static let guide = Result { try PolicyPacks.caseGuide() }
  private static let posted = Instant(milliseconds: 1_800_000_000_000)

  private func removal(
    _ comment: String, _ fulfilment: Fulfilment = .unknown, after age: Span = .days(3)
  ) throws -> RemovalAnswer {
    try Self.guide.get().analyst.removal(
      of: comment, fulfilment: fulfilment, postedAt: Self.posted, at: Self.posted + age)
  }

  private func words(_ comment: String, _ answer: RemovalAnswer) -> [String] {
    let bytes = Array(comment.utf8)
    return answer.points.first?.ranges.map { String(decoding: bytes[$0], as: UTF8.self) } ?? []
  }

  @Test(
    "A comment that is a product review as a whole is eligible",
    arguments: [
      "The knife is dull. It does not cut.", "Der Akku hält nicht. Das Display flackert.",
      "La batterie ne tient pas.", "La batería no carga.", "La lampada non si accende.",
    ])
  func product(comment: String) throws {
    let answer = try removal(comment)
    #expect(answer.verdict == .eligible, "\(answer.points)")
    #expect(answer.ground == .product)
    #expect(!words(comment, answer).isEmpty)
  }

  @Test(
    "One that speaks of the seller as well stays",
    arguments: [
      "The knife is dull. The seller never answered.",
      "Der Akku hält nicht. Keine Erstattung vom Händler.",
      "La batterie ne tient pas. Vendeur injoignable.",
      "La batería no carga. El vendedor no contesta.",
      "La lampada non si accende. Il venditore non risponde.",
    ])
  func mixed(comment: String) throws {
    let answer = try removal(comment)
    #expect(answer.verdict == .no, "\(answer.points)")
    #expect(answer.ground == nil)
    #expect(answer.points.first?.words == "It speaks of the seller, so that it stays.")
    #expect(!words(comment, answer).isEmpty)
  }

  @Test("A sentence that says nothing clear makes it a perhaps")
  func unclear() throws {
    let answer = try removal("The knife is dull. So sad for my aunt.")
    #expect((answer.verdict, answer.ground) == (.perhaps, .product))
  }

  @Test(
    "A delivery is struck through where it was not the seller's",
    arguments: [
      "Arrived two weeks late.", "Lieferung kam viel zu spät.", "Livraison en retard.",
      "El envío llegó tarde.", "Consegna in ritardo.",
    ])
  func delivery(comment: String) throws {
    #expect(try removal(comment, .marketplace).verdict == .eligible)
    #expect(try removal(comment, .boughtShipping).verdict == .eligible)
    #expect(try removal(comment, .unknown).verdict == .perhaps)
    let own = try removal(comment, .shop)
    #expect(own.verdict == .no)
    #expect(own.points.first?.words == "It is about a delivery by the shop, so that it stays.")
  }

  @Test(
    "Obscene words and personal data are removed, whatever else it says",
    arguments: [
      ("The seller is an asshole.", RemovalGround.obscene), ("Scheißladen, nie wieder!", .obscene),
      ("Vendeur de merde.", .obscene), ("Tienda de mierda.", .obscene),
      ("Che merda di negozio.", .obscene),
      ("Seller refuses. Write to me at ana.lima@example.com", .personal),
      ("The shop's owner is on +1 415 555 0137, call him.", .personal),
    ])
  func plain(comment: String, ground: RemovalGround) throws {
    let answer = try removal(comment)
    #expect((answer.verdict, answer.ground) == (.eligible, ground), "\(answer.points)")
    #expect(!words(comment, answer).isEmpty)
  }

  @Test("Promotion is to be looked at")
  func promotion() throws {
    let answer = try removal("Use my promo code SAVE10.")
    #expect((answer.verdict, answer.ground) == (.perhaps, .promotion))
  }

  @Test("Nothing in it, nothing to ask for", arguments: ["", "Hm.", "…"])
  func nothing(comment: String) throws {
    let answer = try removal(comment)
    #expect(answer.verdict == .no)
    #expect(answer.points.map(\.words) == ["Nothing in it breaks a rule."])
  }

  @Test("What is not understood is to be read, not to be called clean")
  func foreign() throws {
    let answer = try Self.guide.get().analyst.removal(
      of: "Het mes is bot.", language: "nl", postedAt: Self.posted, at: Self.posted)
    #expect((answer.verdict, answer.ground) == (.perhaps, nil))
    #expect(
      answer.points.map(\.words) == ["Its language is not understood here: read it yourself."])
  }

  @Test("After 90 days nothing can be asked for")
  func window() throws {
    let comment = "The knife is dull."
    #expect(try removal(comment, after: .days(90)).verdict == .eligible)
    let late = try removal(comment, after: .hours(90 * 24 + 1))
    #expect(late.verdict == .no && late.ground == nil)
    #expect(late.points.first?.words == "The 90 days for a request are over.")
  }

  @Test("The request names order and words, in the language asked for")
  func request() throws {
    let comment = "The knife is dull."
    let texts = try #require(try Self.guide.get().requests(in: "en"))
    let text = texts.removalRequest(
      for: try removal(comment), of: comment, order: "114-7863528-5212210")
    #expect(text?.contains("114-7863528-5212210") == true && text?.contains("“dull”") == true)
    let none = try removal("Hm.")
    #expect(texts.removalRequest(for: none, of: "Hm.", order: "") == nil)
  }
}

@Suite("Whether a product review breaks the guidelines")
struct AbuseTests {
  private static let guide = Result { try PolicyPacks.caseGuide() }

  private func signs(
    _ review: String, _ facts: ReviewFacts = ReviewFacts(), isRepeated: Bool = false
  ) throws -> [AbuseReason] {
    try Self.guide.get().analyst.abuse(in: review, facts: facts, isRepeated: isRepeated)
      .map(\.reason)
  }

  @Test(
    "Each reason by its words",
    arguments: [
      ("I never bought it but it looks bad.", AbuseReason.neverBought),
      ("Nie gekauft, sieht aber schlecht aus.", .neverBought),
      ("Je ne l'ai jamais acheté ce produit.", .neverBought),
      ("Nunca lo he comprado.", .neverBought), ("Non l'ho mai comprato.", .neverBought),
      ("Use my discount code at our store.", .promotion),
      ("Write to me: ana@example.com", .personal), ("What a piece of shit.", .obscene),
      ("The courier was late.", .seller),
    ])
  func reasons(review: String, reason: AbuseReason) throws {
    #expect(try signs(review).contains(reason))
  }

  @Test(
    "Who did not use it, bought it before, or wishes not to have bought it, has bought it",
    arguments: [
      "Broken before using it.", "My neighbour bought one and hers works. This one does not.",
      "I work for a hospital and need it daily. It broke.", "I wish I had never bought it.",
      "I had never bought this brand before. Never again.",
      "I did not order this, I ordered a lamp.",
      "Never used it, it came without a plug.", "Hätte ich es nie gekauft!",
      "So etwas Schlechtes habe ich noch nie gekauft.", "Ich habe es nicht bestellt, kam trotzdem.",
      "Le pire produit que j'aie jamais acheté.", "Je ne l'ai pas encore essayé.",
      "Je n'aurais jamais acheté ce produit.", "No he comprado nada así antes.",
      "No lo he usado mucho.",
      "Il peggior prodotto mai comprato.", "Non l'ho ancora provato.",
    ])
  func bought(review: String) throws {
    #expect(try !signs(review).contains(.neverBought))
  }

  @Test(
    "Ordinary words of honest reviews promote nothing, and are not obscene",
    arguments: [
      "Check out my photos.", "Paid 50% off, still overpriced.", "The discount code did not work.",
      "The sponsored reviews are fake.", "The lancet pricks too deep.",
      "I would have never bought this had I known.",
      "I have never bought anything worse.", "I did not buy one, I bought two.",
      "I didn't buy it new.",
      "So einen Schrott habe ich noch nie gekauft.",
      "So ein schlechtes Produkt habe ich noch nie gekauft.",
      "So ein lautes Gerät habe ich noch nie besessen.",
      "Ich habe das Gerät nicht gekauft, um es wegzuwerfen.",
      "Der Akku lädt nur bis 80 % auf.", "In meinem Laden um die Ecke billiger.",
      "Ma chaîne s'est cassée.",
      "J'ai suivi la notice, suivez les instructions.",
      "Je n'ai pas ce produit, j'en ai reçu un autre.",
      "Je n'ai pas acheté ce produit pour le jeter.", "Mi primera compra en esta tienda.",
      "Mi tienda de campaña se rompió.",
      "Necesita visita del técnico.", "El cono del altavoz vino roto.",
      "El culo de la sartén está abollado.",
      "No he comprado este producto para que se rompa.", "Scarpe comprate su Amazon, rotte.",
      "Cuffie acquistate da poco.",
      "Istruzioni seguite alla lettera.", "Non l'ho mai avuto, mai arrivato.",
    ])
  func ordinary(review: String) throws {
    #expect(try signs(review).filter(\.isPlain) == [])
  }

  @Test(
    "Whoever calls others to their own shop promotes it",
    arguments: [
      "Visit our store instead.", "Buy from us, it is cheaper.", "Besucht unseren Onlineshop!",
      "Mit meinem Rabattcode billiger.",
      "Visitez notre boutique.", "Compra en nuestra tienda.", "Usa mi código.",
      "Visitate il nostro sito.", "Acquistate da noi.",
    ])
  func promotes(review: String) throws {
    #expect(try signs(review).contains(.promotion))
  }

  @Test("An honest review gives none, even where the goods came damaged")
  func honest() throws {
    #expect(try signs("Arrived with a cracked base. The glass has a crack.") == [])
    #expect(try signs("The knife is dull, and the seller was slow.") == [])
  }

  @Test("Others' same words, and a competitor's name, count from what is known")
  func facts() throws {
    #expect(try signs("The lamp is dim.", isRepeated: true) == [.repeated])
    let review = "Search DrowsyDune. The lamp is dim."
    for (isVerified, reasons) in [(false, [.promotion]), (true, []), (nil, [])]
      as [(Bool?, [AbuseReason])]
    {
      let facts = ReviewFacts(isVerified: isVerified, competitors: ["DrowsyDune"])
      #expect(try signs(review, facts) == reasons)
    }
  }

  @Test("The report names the review, its reasons and that the purchase is not verified")
  func report() throws {
    let guide = try Self.guide.get()
    let review = "I never bought it."
    var item = RequestTexts.Item(
      review: "R1", product: "B0EXAMPLE1", date: "2026-11-27", stars: 1, text: review,
      isVerified: false)
    let texts = try #require(guide.requests(in: "en"))
    let signs = guide.analyst.abuse(in: review)
    let text = texts.abuseReport(of: item, for: signs)
    #expect(
      text == """
        Please look at review R1 of ASIN B0EXAMPLE1, posted on 2026-11-27 with 1 of 5 stars. It seems to break the \
        guidelines for reviews:
        - The writer says that they did not buy the product: “never bought it”.
        - The purchase is not marked as verified.
        """)
    item.isVerified = nil
    #expect(!texts.abuseReport(of: item, for: signs).contains("verified"))
  }
}
