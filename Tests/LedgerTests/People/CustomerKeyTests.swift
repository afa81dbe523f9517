import Ledger
import Testing

@Suite("What a person is known by")
struct CustomerKeyTests {
  private static let writtenForms: [(String, CustomerKey?)] = [
    ("Qw2Smy2gutcr61k@Marketplace.Amazon.com", .relay("qw2smy2gutcr61k@marketplace.amazon.com")),
    ("  a@b \n", .relay("a@b")), ("@", .relay("@")),
    ("114-7863528-5212210", .order("114-7863528-5212210")),
    ("d01-7863528-5212210", .order("D01-7863528-5212210")),
    ("\t114-7863528-5212210 ", .order("114-7863528-5212210")),
    ("114-7863528-521221", .reviewer("114-7863528-521221")),
    ("AHK3DEF7QZ", .reviewer("AHK3DEF7QZ")), ("ahk3def7qz", .reviewer("ahk3def7qz")),
    ("review:R1ABC", .review("R1ABC")), ("review:a@b", .review("a@b")),
    ("Review:R1ABC", .reviewer("Review:R1ABC")),
    ("", nil), ("  \t\n", nil), ("\u{A0}\u{3000}", nil), ("review:", nil), (" review: ", nil),
  ]

  @Test("forms", arguments: writtenForms)
  func forms(_ row: (String, CustomerKey?)) {
    #expect(CustomerKey(row.0) == row.1)
  }

  @Test("what is written is read back", arguments: writtenForms.compactMap(\.1))
  func roundTrip(_ key: CustomerKey) {
    #expect(CustomerKey(key.text) == key)
  }

  @Test("kinds")
  func kinds() {
    let keys: [CustomerKey] = [.relay("a@b"), .order("1"), .reviewer("r"), .review("x")]
    #expect(keys.map(\.kind) == ["relay", "order", "reviewer", "review"])
  }

  @Test(
    "order numbers",
    arguments: [
      ("114-7863528-5212210", true), ("D01-7863528-5212210", true), ("X01-7863528-5212210", false),
      ("11D-7863528-5212210", false), ("114-7863528-521221", false), ("1147863528-5212210", false),
      ("114-7863528-5212210-1", false), ("114-7863528-52122١0", false), ("---", false), ("", false),
      ("114-7863528-5212210\n", false), ("１14-7863528-5212210", false),
    ])
  func orders(_ row: (String, Bool)) {
    #expect(OrderNumber.isValid(row.0) == row.1)
  }

  @Test("white space at the ends goes, inside it stays")
  func trimming() {
    #expect("".trimmingSpaces == "")
    #expect(" \u{2003}\r\n".trimmingSpaces == "")
    #expect("\t a  b\u{85}".trimmingSpaces == "a  b")
    #expect("👩‍👧 ".trimmingSpaces == "👩‍👧")
  }
}
