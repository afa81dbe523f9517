/// A compiled language as bytes: what takes tens of milliseconds to compile is read again in one or two.
///
/// A header says whose it is: a mark, the language and a checksum. Which build and which packs it belongs to is the
/// business of whoever keeps it.
enum EngineImage {
  private static let mark = Array("AMENDS-ENGINE-1 ".utf8)
  private static let headerCount = mark.count + 8

  /// The bytes of an engine.
  static func bytes(of engine: LanguageEngine) -> [UInt8] {
    var image = ImageWriter()
    engine.write(to: &image)
    let sum = checksum(image.bytes, from: 0)
    return mark + withUnsafeBytes(of: sum) { Array($0) } + image.bytes
  }

  /// The engine that bytes hold.
  ///
  /// - Throws: `ImageFault` where they are damaged, or hold another language.
  static func engine(_ bytes: [UInt8], language: String) throws(ImageFault) -> LanguageEngine {
    guard bytes.count > headerCount, bytes.starts(with: mark) else { throw .foreign }
    var header = ImageReader(bytes, from: mark.count)
    let sum: UInt64 = try header.value()
    guard sum == checksum(bytes, from: headerCount) else { throw .foreign }
    var image = ImageReader(bytes, from: headerCount)
    let engine = try LanguageEngine(&image)
    guard engine.language == language else { throw .foreign }
    return engine
  }

  /// Notices damage, not intent: whoever may write the file may also change the configuration.
  private static func checksum(_ bytes: [UInt8], from start: Int) -> UInt64 {
    bytes.withUnsafeBytes { buffer in
      var lanes = (UInt64(1), UInt64(2), UInt64(3), UInt64(4))
      var at = start
      func mixed(_ lane: UInt64, _ offset: Int) -> UInt64 {
        let word = buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let product = (lane ^ word) &* 0x9E37_79B9_7F4A_7C15
        return product ^ (product >> 29)
      }
      while at + 32 <= buffer.count {
        lanes.0 = mixed(lanes.0, at)
        lanes.1 = mixed(lanes.1, at + 8)
        lanes.2 = mixed(lanes.2, at + 16)
        lanes.3 = mixed(lanes.3, at + 24)
        at += 32
      }
      var sum = lanes.0 ^ (lanes.1 &* 3) ^ (lanes.2 &* 5) ^ (lanes.3 &* 7)
      while at < buffer.count {
        sum = (sum ^ UInt64(buffer[at])) &* 0x100_0000_01B3
        at += 1
      }
      return sum ^ UInt64(buffer.count - start)
    }
  }
}
