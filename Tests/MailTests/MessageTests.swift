import Testing

@testable import Mail

@Suite("Messages of all kinds")
struct MessageTests {
  @Test("are read as they were looked at once", arguments: Messages.names)
  func readings(_ name: String) throws {
    try Messages.check(name)
  }

  @Test("are many")
  func count() {
    #expect(Messages.names.count > 50)
  }

  @Test("say the same with the other line ends", arguments: Messages.names)
  func lineEnds(_ name: String) throws {
    let bytes = try Messages.bytes(name)
    guard !bytes.contains(0x0D) else { return }
    let wire = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    let (plain, other) = (ParsedMessage(bytes[...]), ParsedMessage(wire[...]))
    #expect(plain.text == other.text)
    #expect(plain.header == other.header)
    #expect(plain.remarks == other.remarks)
  }
}
