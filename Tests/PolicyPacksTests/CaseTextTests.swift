import AmendsPolicy
import PolicyPacks
import Testing

/// The texts that ship keep the rules that they are to help with.
@Suite("Texts to begin with, and texts for the marketplace")
struct CaseTextTests {
  private static let guide = Result { try PolicyPacks.caseGuide() }

  /// A complaint of each cause, in its language's plainest words.
  private static let complaints: [String: [Cause: String]] = [
    "en": [
      .damaged: "Arrived damaged, the box was crushed.", .late: "Late. My parcel never came.",
      .wrongItem: "You sent the wrong item.", .notAsDescribed: "Not as described on the page.",
      .defect: "It does not work.", .missingParts: "Parts are missing.", .quality: "Poor quality.",
      .service: "Terrible service, no answer.", .price: "Too expensive.",
      .misuse: "It broke when I used it in the oven.", .unknown: "Not happy with it.",
    ],
    "de": [
      .damaged: "Kam beschädigt an, Karton zerdrückt.", .late: "Paket kommt viel zu spät.",
      .wrongItem: "Falscher Artikel geschickt.", .notAsDescribed: "Nicht wie beschrieben.",
      .defect: "Funktioniert nicht.", .missingParts: "Teile fehlen.",
      .quality: "Schlechte Qualität.", .service: "Schlechter Service, keine Antwort.",
      .price: "Der Preis ist viel zu hoch.", .misuse: "Beim Benutzen kaputt gegangen.",
      .unknown: "Bin nicht zufrieden.",
    ],
    "fr": [
      .damaged: "Arrivé abîmé, carton écrasé.", .late: "Colis en retard.",
      .wrongItem: "Mauvais article.", .notAsDescribed: "Ne correspond pas à la description.",
      .defect: "Ne fonctionne pas.", .missingParts: "Il manque des pièces.",
      .quality: "Mauvaise qualité.", .service: "Service nul, pas de réponse.",
      .price: "Le prix est trop élevé.", .misuse: "Abîmé à la première utilisation.",
      .unknown: "Pas satisfait.",
    ],
    "es": [
      .damaged: "Llegó dañado, la caja aplastada.", .late: "El paquete llegó tarde.",
      .wrongItem: "Artículo equivocado.", .notAsDescribed: "No es como se describe.",
      .defect: "No funciona.", .missingParts: "Faltan piezas.", .quality: "Mala calidad.",
      .service: "Mal servicio, sin respuesta.", .price: "El precio es demasiado alto.",
      .misuse: "Se estropeó al usarlo.", .unknown: "No estoy contento.",
    ],
    "it": [
      .damaged: "Arrivato danneggiato, scatola schiacciata.", .late: "Il pacco è in ritardo.",
      .wrongItem: "Articolo sbagliato.", .notAsDescribed: "Non è come descritto.",
      .defect: "Non funziona.", .missingParts: "Mancano dei pezzi.", .quality: "Qualità scarsa.",
      .service: "Servizio pessimo, nessuna risposta.", .price: "Il prezzo è troppo alto.",
      .misuse: "Si è rovinato con l'uso.", .unknown: "Non sono soddisfatto.",
    ],
  ]

  /// What everybody may read below a feedback whose cause does not matter.
  private static let troubles = [
    "en": "My order went wrong.", "de": "Mit meiner Bestellung ist alles schiefgegangen.",
    "fr": "Ma commande s'est mal passée.", "es": "Mi pedido salió mal.",
    "it": "Il mio ordine è andato male.",
  ]

  @Test(
    "Every starting text passes, for review and feedback, and has all points of a good reply",
    arguments: PolicyPacks.languages)
  func starters(language: String) throws {
    let guide = try Self.guide.get()
    let policy = PolicyPacks.policy
    let complaints = try #require(Self.complaints[language])
    for (cause, complaint) in complaints {
      for kind in ItemKind.allCases {
        for (name, channel) in [("J. Rivera", Channel.answer), ("", .proactive)] {
          let starter = try #require(
            guide.starters.fitting(cause, kind: kind, language: language, channel: channel).first)
          #expect(starter.causes.contains(cause))
          let context = DraftContext(
            kind: kind, rating: 1, complaint: complaint, language: language, channel: channel,
            order: "114-7863528-5212210")
          let text = starter.filled(customer: name, agent: "Amy")
          try Self.expectGood(policy.check(text, in: context), "\(language) \(cause)")
        }
      }
    }
  }

  @Test("The public reply passes as well, and is short enough", arguments: PolicyPacks.languages)
  func publicReply(language: String) throws {
    let starter = try #require(
      try Self.guide.get().starters.fitting(
        .late, kind: .sellerFeedback, language: language, channel: .publicReply
      ).first)
    let context = DraftContext(
      kind: .sellerFeedback, rating: 1, complaint: try #require(Self.troubles[language]),
      language: language, channel: .publicReply, order: "114-7863528-5212210",
      personal: ["J. Rivera"])
    let text = starter.filled(customer: "J. Rivera", agent: "Amy")
    try Self.expectGood(PolicyPacks.policy.check(text, in: context), language)
  }

  private static func expectGood(_ report: DraftReport, _ name: String) throws {
    #expect(report.verdict == .pass, "\(name): \(report.findings.map(\.rule))")
    let missing = report.communication.filter { !$0.isMet }.map(\.point)
    #expect(missing == [] && report.communication.count == 6, "\(name): \(missing)")
  }

  @Test("Each cause that is answered has a text and a remedy, what is fabricated has none")
  func complete() throws {
    let starters = try Self.guide.get().starters
    for language in PolicyPacks.languages {
      #expect(starters.question(in: language)?.contains("?") == true)
      let causes = Set(starters.all.filter { $0.language == language }.flatMap(\.causes))
      #expect(causes == Set(Cause.allCases).subtracting([.fabricated]), "\(language)")
    }
    for cause in Cause.allCases { #expect(cause.remedy.count <= 80, "\(cause)") }
  }

  @Test("Texts for the marketplace are there for every ground and reason, with their blanks")
  func requests() throws {
    let guide = try Self.guide.get()
    #expect(guide.requests.map(\.language) == PolicyPacks.languages)
    for texts in guide.requests {
      for ground in RemovalGround.allCases {
        let text = try #require(texts.removal[ground])
        #expect(text.contains("{{order}}") && text.contains("{{words}}"), "\(texts.language)")
      }
      for blank in ["review", "product", "date", "stars"] {
        #expect(texts.report.contains("{{\(blank)}}"), "\(texts.language)")
      }
      #expect(texts.reasons.count == AbuseReason.allCases.count && !texts.unverified.isEmpty)
    }
    #expect(guide.requests(in: "de-CH")?.language == "de")
    #expect(guide.requests(in: "ja")?.language == "en")
  }
}
