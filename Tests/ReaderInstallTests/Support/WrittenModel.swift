@testable import ReaderInstall

/// A model file, read back straight from its definition.
struct WrittenModel {
  let bytes: [UInt8]

  /// The table of sections.
  var sections: [(number: UInt32, start: Int, count: Int)] {
    (0..<Int(bytes.at(12, as: UInt32.self))).map { index in
      let entry = 512 + 24 * index
      return (
        bytes.at(entry), Int(bytes.at(entry + 8, as: UInt64.self)),
        Int(bytes.at(entry + 16, as: UInt64.self))
      )
    }
  }

  /// The bytes of a section.
  func section(_ number: UInt32) -> [UInt8] {
    sections.first { $0.number == number }
      .map { Array(bytes[$0.start..<($0.start + $0.count)]) } ?? []
  }

  /// The values of a section.
  func values<Value: BitwiseCopyable>(_ number: UInt32, as _: Value.Type = Value.self) -> [Value] {
    section(number).withUnsafeBytes { [Value](copying: $0) }
  }

  /// The pieces, in their order.
  var pieces: [String] {
    let offsets: [UInt32] = values(1)
    let text = section(3)
    return zip(offsets, offsets.dropFirst()).map { begin, end in
      String(decoding: text[Int(begin)..<Int(end)], as: UTF8.self)
    }
  }

  /// A matrix section taken apart.
  struct Matrix {
    let section: [UInt8]
    let outputs: Int
    let inputs: Int

    func scale(_ row: Int) -> Float { section.at(4 * row) }

    func bias(_ row: Int) -> Float { section.at(4 * (outputs + row)) }

    func sum(_ row: Int) -> Int32 { section.at(4 * (2 * outputs + row)) }

    func weight(_ row: Int, _ column: Int) -> Int8 {
      let start = (12 * outputs + 63) / 64 * 64
      let group = (row / 16) * (inputs / 4) + column / 4
      return section.at(start + group * 64 + (row % 16) * 4 + column % 4)
    }
  }
}
