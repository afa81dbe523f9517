import AmendsPolicy
import Testing

@Suite("What a careless eye takes a text for")
struct PlainSightTests {
  @Test(
    "letters that only look Latin are",
    arguments: [
      ("Amazon", "amazon"), ("\u{410}m\u{430}zon", "amazon"), ("\u{FF21}\u{FF4D}azon", "amazon"),
      ("ama\u{200B}zon", "amazon"), ("Größe", "grosse"), ("mar\u{212A}et", "market"), ("日本", "??"),
      ("a.b@c-d", "a.b@c-d"), ("", ""),
    ])
  func seen(_ text: String, _ taken: String) {
    #expect(PlainSight.of(text) == taken)
  }
}
