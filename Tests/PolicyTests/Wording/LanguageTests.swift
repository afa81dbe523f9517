import AmendsPolicy
import Testing

/// Which language a draft is in, and what follows.
@Suite struct LanguageTests {
  private func check(_ draft: String, _ language: String? = nil) throws -> DraftReport {
    try WordingPolicy(packs: [TestPack.removal]).check(
      draft, in: DraftContext(language: language))
  }

  @Test(arguments: [
    ("We are sorry that the lamp is broken and have sent you a new one.", "en"),
    ("Es tut uns leid, dass die Lampe nicht funktioniert. Wir senden Ihnen eine neue.", "de"),
    ("Nous sommes désolés que votre lampe ne fonctionne pas et vous en envoyons une.", "fr"),
    ("Sentimos que la lámpara no funcione y le enviamos una nueva con el transporte.", "es"),
    ("Ci dispiace che la lampada non funzioni, le abbiamo inviato una nuova per posta.", "it"),
    ("Извините за лампу, мы отправили новую.", "ru"), ("ランプの件、申し訳ありません。", "ja"),
  ])
  func isTold(_ draft: String, _ language: String) throws {
    #expect(try check(draft).language == language)
  }

  @Test func uncoveredNeverPasses() throws {
    let report = try check(
      "Es tut uns leid, dass die Lampe nicht geht. Wir senden Ihnen eine neue.")
    #expect(!report.isCovered)
    #expect(report.verdict == .warn)
    #expect(report.findings.map(\.rule) == [.languageUnchecked])
  }

  @Test func aClumsyDraftThatLooksLikeAnotherLanguageIsReadAllTheSame() throws {
    let report = try check("i will u please remove the review i of the you ok i", "en")
    #expect(report.isCovered)
    #expect(report.verdict == .block)
  }

  @Test func unknownLanguageNeverPasses() throws {
    let report = try check("Valitettavasti lamppu hajosi")
    #expect(report.findings.map(\.rule) == [.languageUnchecked])
  }

  @Test func neutralChecksRunAllTheSame() throws {
    var pack = TestPack.removal
    var rule = TestPack.rule("contact")
    rule.detector = .contact
    pack.rules.append(rule)
    let report = try WordingPolicy(packs: [pack]).check(
      "Schreiben Sie uns bitte an hilfe@lampen.example.com, wir sind für Sie da.")
    #expect(report.findings.map(\.rule) == ["contact", .languageUnchecked])
  }

  @Test func mismatchWarns() throws {
    let draft = "We will remove the cover with you, and please keep the lamp."
    #expect(try check(draft, "de-DE").findings.map(\.rule) == [.languageMismatch])
    #expect(try check(draft, "en-GB").findings.isEmpty)
  }

  @Test func shortEnglishIsNotMistaken() throws {
    #expect(try check("remove the review", "en").findings.map(\.rule) == ["removal"])
    #expect(try check("please, you", "en").verdict == .pass)
    #expect(try check("", "en").verdict == .pass)
  }
}
