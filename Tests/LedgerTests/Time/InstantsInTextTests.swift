import AmendsPolicy
import Ledger
import Testing

@Suite("Instants within a text")
struct InstantsInTextTests {
  private func shown(_ text: String) -> String {
    ISO8601.replacingInstants(in: text) { "<\($0.milliseconds)>" }
  }

  @Test("each one is replaced, wherever it stands, and all else stays")
  func replaced() {
    let first = Instant(milliseconds: 1_795_788_189_000)
    let second = Instant(milliseconds: 1_795_788_189_125)
    let text = "山 they wrote at \(ISO8601.text(first)), again at \(ISO8601.text(second))"
    #expect(shown(text) == "山 they wrote at <1795788189000>, again at <1795788189125>")
    #expect(shown(ISO8601.text(first)) == "<1795788189000>")
  }

  @Test(
    "what only looks like one stays",
    arguments: [
      "", "2026-11-27", "2026-11-27T14:03:09", "2026-11-27 14:03:09Z", "2026-13-27T14:03:09Z",
      "2026-11-27T25:03:09Z", "2026-11-27T14:03:09+01:00", "451 4.7.1 greylisted", "é",
    ])
  func others(_ text: String) {
    #expect(shown(text) == text)
  }
}
