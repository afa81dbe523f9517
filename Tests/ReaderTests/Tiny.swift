import Glibc
import Reader
import ReaderSamples

/// A model small enough for a slow reference.
enum Tiny {
  static let shape = ModelShape(
    hidden: 64, layers: 2, heads: 2, feedForward: 144, pieces: 0)

  static let normalisation: [(key: UInt32, points: [UInt32])] = [
    (0x00, []), (0x07, []), (0x0B, [0x20]), (0xA0, [0x20]), (0xAD, []), (0xB4, [0x20, 0x301]),
    (0xBD, [0x31, 0x2044, 0x32]), (0x3000, [0x20]), (0xFB01, [0x66, 0x69]), (0xFF01, [0x21]),
  ]

  static let sample = SampleModel(shape: shape, pieces: pieces, normalisation: normalisation)

  /// Letters with and without a space before, and many of their combinations; no `z`, no `ß`.
  private static let pieces: [(text: String, score: Float)] = {
    var random = SampleNumbers(seed: 7)
    var texts: Set<String> = ["\u{2581}", "\u{2581}query", ":", "é", "ü", "\u{2581}ü", "中", "🙂"]
    for letter in "abcdefghijklmnopqrstuvwxy.,!12" { texts.insert(String(letter)) }
    for _ in 0..<600 {
      let length = Int.random(in: 1...4, using: &random)
      let letters = (0..<length).map { _ in "abcdeü".randomElement(using: &random) ?? "a" }
      texts.insert((Bool.random(using: &random) ? "\u{2581}" : "") + String(letters))
    }
    return texts.sorted().map { ($0, -2 - 10 * random.fraction()) }
  }()

  static func model() throws -> ReaderModel { try opened(bytes(of: sample)) }

  /// The bytes of a model's file.
  static func bytes(of sample: SampleModel) -> [UInt8] {
    let file = sample.file
    return file.header(bodyHash: [UInt8](repeating: 9, count: 32)) + file.body
  }

  /// What opening a file of some bytes gives.
  static func opened(_ bytes: [UInt8]) throws -> ReaderModel {
    try atPath { path in
      try write(bytes, path)
      return try ReaderModel(path: path)
    }
  }

  /// Runs something with the path of a file that is removed afterwards.
  static func atPath<Result>(_ body: (String) throws -> Result) rethrows -> Result {
    let path = "/tmp/reader-tests-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    defer { unlink(path) }
    return try body(path)
  }

  static func write(_ bytes: [UInt8], _ path: String) throws {
    guard let file = fopen(path, "w") else { throw ModelFault.unreadable(errno: errno) }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw ModelFault.unreadable(errno: errno)
    }
  }
}
