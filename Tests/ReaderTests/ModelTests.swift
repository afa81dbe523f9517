import AmendsPolicy
import Glibc
import Reader
import ReaderSamples
import Testing

@Suite struct ModelTests {
  private let bytes = Tiny.bytes(of: Tiny.sample)

  @Test func opensWhatWasWritten() throws {
    let model = try Tiny.opened(bytes)
    #expect(model.shape == Tiny.sample.shape)
    #expect(model.bodyRange == 4096..<bytes.count)
    #expect(model.bodyHash == [UInt8](repeating: 9, count: 32))
    #expect(model.baseHash == [UInt8](repeating: 1, count: 32))
    #expect(model.adapterHash == [UInt8](repeating: 2, count: 32))
  }

  @Test func theWriterWritesTheSameBytes() throws {
    try Tiny.atPath { path in
      try Tiny.write(Tiny.bytes(of: Tiny.sample), path)
      let model = try ReaderModel(path: path)
      try model.verify { body in
        #expect(Array(body) == Array(bytes[4096...]))
        return [UInt8](repeating: 9, count: 32)
      }
    }
  }

  @Test func anotherChecksumIsDamage() throws {
    let model = try Tiny.opened(bytes)
    #expect(throws: ModelFault.damaged(.checksum)) { try model.verify { _ in [1, 2, 3] } }
  }

  @Test func aMissingFileIsMissing() {
    for path in ["/nowhere/at/all", "/etc/passwd/inside", ""] {
      #expect(throws: ModelFault.missing) { try ReaderModel(path: path) }
    }
  }

  @Test func whatIsNoFileIsToldApart() {
    #expect(throws: ModelFault.unreadable(errno: EISDIR)) { try ReaderModel(path: "/tmp") }
    #expect(throws: ModelFault.foreign) { try ReaderModel(path: "/dev/null") }
  }

  @Test func anotherFileIsForeign() {
    for other in [[1], Array("text".utf8), [UInt8](repeating: 0, count: 9000)] {
      #expect(throws: ModelFault.foreign) { try Tiny.opened(other) }
    }
  }

  @Test func everyCutIsNoticed() {
    let count = UInt64(bytes.count)
    for length in [0, 1, 7, 8, 100, 4095] {
      #expect(throws: ModelFault.cut(expected: 4096, found: UInt64(length))) {
        try Tiny.opened(Array(bytes.prefix(length)))
      }
    }
    for length in [4096, 4097, 5000, bytes.count / 2, bytes.count - 64, bytes.count - 1] {
      #expect(throws: ModelFault.cut(expected: count, found: UInt64(length))) {
        try Tiny.opened(Array(bytes.prefix(length)))
      }
    }
    #expect(throws: ModelFault.damaged(.length)) { try Tiny.opened(bytes + [0]) }
  }

  @Test func otherVersionsAreNamed() {
    #expect(throws: ModelFault.older(version: 0)) { try Tiny.opened(changed(8, UInt32(0))) }
    #expect(throws: ModelFault.newer(version: 7)) { try Tiny.opened(changed(8, UInt32(7))) }
  }

  @Test func impossibleSizesAreDamage() {
    for field in 0..<10 {
      for value in [-1, Int32.max, Int32.min, 50_000_000] {
        #expect(throws: ModelFault.damaged(.shape)) {
          try Tiny.opened(changed(120 + 4 * field, value))
        }
      }
    }
    for epsilon in [Float.nan, -1, .infinity] {
      #expect(throws: ModelFault.damaged(.shape)) { try Tiny.opened(changed(160, epsilon)) }
    }
    #expect(throws: ModelFault.damaged(.shape)) { try Tiny.opened(changed(12, UInt32.max)) }
  }

  @Test func sectionsOutOfPlaceAreNamed() {
    for start in [0, 64, 4097, UInt64(bytes.count) + 64, .max, .max - 63] {
      #expect(throws: ModelFault.damaged(.misplacedSection(1))) {
        try Tiny.opened(changed(520, start))
      }
    }
    for length in [UInt64(bytes.count), .max, .max - 4096] {
      #expect(throws: ModelFault.damaged(.misplacedSection(1))) {
        try Tiny.opened(changed(528, length))
      }
    }
    #expect(throws: ModelFault.damaged(.section(1))) { try Tiny.opened(changed(528, UInt64(8))) }
    #expect(throws: ModelFault.damaged(.missingSection(1))) {
      try Tiny.opened(changed(512, UInt32(99)))
    }
    #expect(throws: ModelFault.damaged(.repeatedSection(2))) {
      try Tiny.opened(changed(512, UInt32(2)))
    }
    #expect(throws: ModelFault.damaged(.missingSection(114))) {
      try Tiny.opened(changed(12, UInt32(19)))
    }
  }

  /// Whatever a file holds, reading with it ends well.
  @Test func flippedBytesNeverCrash() {
    var random = SampleNumbers(seed: 17)
    for round in 0..<48 {
      var damaged = bytes
      // The tables are a small part of the file, but the part that places are taken from.
      let end = round % 2 == 0 ? bytes.count : 16384
      for _ in 0..<(1 << (round % 12)) {
        damaged[Int.random(in: 4096..<end, using: &random)] = UInt8(random.next() >> 56)
      }
      read(damaged)
    }
    for index in 0..<4096 where bytes[index] != 0 && !(24..<120).contains(index) {
      var damaged = bytes
      damaged[index] ^= UInt8.random(in: 1...255, using: &random)
      read(damaged)
    }
  }

  @Test func faultsAreSaidInPlainWords() {
    let faults: [ModelFault] = [
      .missing, .unreadable(errno: 13), .foreign, .older(version: 0), .newer(version: 2),
      .cut(expected: 4096, found: 3), .damaged(.length), .damaged(.shape), .damaged(.checksum),
      .damaged(.missingSection(1)), .damaged(.repeatedSection(1)), .damaged(.misplacedSection(1)),
      .damaged(.section(1)),
    ]
    #expect(Set(faults.map(\.description)).count == faults.count)
    #expect(faults[5].description == "the file is cut: 3 of 4096 bytes")
  }

  private func read(_ bytes: [UInt8]) {
    guard let model = try? Tiny.opened(bytes) else { return }
    let reading = ReaderText(model: model).read(draft: "Ab ü½\u{FB01} z中 \u{B4}", context: "ac")
    #expect(reading.opinion.logits.count == 12)
  }

  private func changed<Value: BitwiseCopyable>(_ offset: Int, _ value: Value) -> [UInt8] {
    var changed = bytes
    withUnsafeBytes(of: value) { changed.replaceSubrange(offset..<(offset + $0.count), with: $0) }
    return changed
  }
}
