import AmendsPolicy
import Testing

@Suite("Texts to begin a reply with")
struct ReplyStartersTests {
  private let starters = ReplyStarters(
    [
      ReplyStarter(language: "en", text: "any"),
      ReplyStarter(language: "en", causes: [.damaged, .defect], text: "broken"),
      ReplyStarter(language: "en", causes: [.damaged], kind: .sellerFeedback, text: "feedback"),
      ReplyStarter(language: "en", causes: [.unknown], text: "ask"),
      ReplyStarter(language: "en", channel: .publicReply, text: "public"),
      ReplyStarter(language: "de", causes: [.damaged], text: "kaputt"),
    ], questions: ["en": "What happened?", "de": "Was ist passiert?"])

  private func texts(
    _ cause: Cause?, _ kind: ItemKind = .productReview, _ language: String? = "en",
    _ channel: Channel = .answer
  ) -> [String] {
    starters.fitting(cause, kind: kind, language: language, channel: channel).map(\.text)
  }

  @Test("Those for the cause come first, then those for any")
  func cause() {
    #expect(texts(.damaged) == ["broken", "any"])
    #expect(texts(.late) == ["any"])
    #expect(texts(.damaged, .sellerFeedback) == ["broken", "feedback", "any"])
  }

  @Test("Where nobody knows the cause it is that of the unknown")
  func unknown() {
    #expect(texts(nil) == ["ask", "any"])
    #expect(texts(.unknown) == ["ask", "any"])
  }

  @Test("They are in the customer's language, or there are none")
  func language() {
    #expect(texts(.damaged, .productReview, "de-AT") == ["kaputt"])
    #expect(texts(.damaged, .productReview, "nl") == [])
    #expect(texts(.damaged, .productReview, nil) == ["broken", "any"])
    #expect(starters.question(in: "de") == "Was ist passiert?")
    #expect(starters.question(in: nil) == "What happened?")
    #expect(starters.question(in: "pl") == nil)
  }

  @Test("A public reply begins with what may be read by everybody, and nothing else does")
  func publicReply() {
    #expect(texts(.damaged, .sellerFeedback, "en", .publicReply) == ["public"])
  }

  @Test("Blanks are filled; one that is empty takes its space along")
  func filled() {
    let starter = ReplyStarter(language: "en", text: "Hello {{customer}},\nKind regards, {{agent}}")
    #expect(starter.filled(customer: "Ana", agent: "Amy") == "Hello Ana,\nKind regards, Amy")
    #expect(starter.filled(customer: "", agent: "Amy") == "Hello,\nKind regards, Amy")
  }
  @Test("What a blank is filled with is not looked through for blanks again")
  func hostile() {
    let starter = ReplyStarter(language: "en", text: "{{customer}}/{{agent}}/{{other}}/{{")
    #expect(
      starter.filled(customer: "{{agent}}", agent: "{{customer}}")
        == "{{agent}}/{{customer}}/{{other}}/{{")
  }
}
