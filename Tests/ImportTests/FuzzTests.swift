import Ledger
import Testing

@testable import Import

/// Seeded damage to every sample: nothing crashes, no row is lost in silence.
@Suite struct FuzzTests {
  @Test(arguments: Sample.allCases, 0..<20)
  func damageIsSurvivedInAnyPortion(_ name: Sample, _ seed: Int) throws {
    var random = Seeded(state: UInt64(seed) &* 1000 &+ UInt64(name.rawValue.utf8.count))
    var bytes = Array(try sample(name.rawValue).prefix(5_000))
    for _ in 0..<Int.random(in: 1...30, using: &random) { Self.damage(&bytes, &random) }
    let whole = outcome(bytes, try options())
    let portion = Int.random(in: 1...300, using: &random)
    let parts = outcome(bytes, try options(), portion: portion, batch: 5)
    if parts.format == whole.format { #expect(parts == whole) }
    #expect(whole.rejections.allSatisfy { $0.line > 0 && !$0.reason.isEmpty && !$0.raw.isEmpty })
    for format in ImportFormat.allCases { _ = outcome(bytes, try options(format)) }
  }

  @Test(arguments: 0..<40)
  func everyLineIsARowOrARefusal(_ seed: Int) throws {
    var random = Seeded(state: UInt64(seed))
    var bytes = Array(try sample("reviews.jsonl").prefix(8_000))
    for _ in 0..<20 { Self.damage(&bytes, &random) }
    let file = outcome(bytes, try options(.reviewsJSONL))
    let lines = bytes.split(separator: 0x0A).filter { line in
      !line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }
    if file.failure == nil { #expect(file.rows.count + file.rejections.count == lines.count) }
  }

  @Test(arguments: 0..<60)
  func damageToOneRowCostsNoOther(_ seed: Int) throws {
    var random = Seeded(state: UInt64(seed))
    let rows = (0..<40).map {
      "\"C\($0)\",\"answered\",\"2026-11-01\",\"x\",\"mail\",\"note \($0)\""
    }
    let victim = Int.random(in: 0..<40, using: &random)
    var damaged = Array(rows[victim].utf8)
    for _ in 0..<3 {
      let index = damaged.indices.randomElement(using: &random) ?? 0
      let bytes: [UInt8] = [0x22, 0x2C, 0x00, 0xFF, 0x41, 0x1B]
      damaged[index] = bytes.randomElement(using: &random) ?? 0
    }
    let lines = rows.enumerated().map { $0 == victim ? damaged : Array($1.utf8) }
    let header = Array("customer,event,at,order,channel,note\n".utf8)
    let file = outcome(header + Array(lines.joined(separator: [0x0A])), try options())
    let names = Set(file.contacts.map(\.customer.text))
    for other in 0..<40 where other != victim { #expect(names.contains("C\(other)")) }
    #expect(file.rows.count + file.rejections.count == 40)
  }

  @Test(arguments: 0..<200)
  func noiseIsNoFormat(_ seed: Int) throws {
    var random = Seeded(state: UInt64(seed))
    let count = Int.random(in: 0...400, using: &random)
    let alphabet: [UInt8] = Array("\"\",;\t\r\n{}[]:1/\\u0é\0B0".utf8) + [0x1F, 0x8B, 0xFF, 0xFE]
    let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
    _ = outcome(bytes, try options(), portion: 3)
    for format in ImportFormat.allCases { _ = outcome(bytes, try options(format)) }
  }

  private static func damage(_ bytes: inout [UInt8], _ random: inout Seeded) {
    let index = Int.random(in: 0..<max(bytes.count, 1), using: &random)
    let special: [UInt8] = [0x00, 0x09, 0x0A, 0x0D, 0x22, 0x2C, 0x5C, 0x7B, 0x7D, 0x80, 0xC3, 0xFF]
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes[index] ^= UInt8.random(in: 1...255, using: &random)
    case 1: bytes.insert(special.randomElement(using: &random) ?? 0, at: index)
    case 2: bytes.remove(at: index)
    default: bytes.removeSubrange(index..<min(index + 20, bytes.count))
    }
  }
}
