public import AmendsPolicy

extension ISO8601 {
  /// A text with every instant in it, as ``text(_:)-(Instant)`` writes them, replaced by other words.
  ///
  /// Reasons are kept with their instants in UTC; whoever shows one puts them on a clock of their own.
  /// - Parameters:
  ///   - text: Any text.
  ///   - words: What an instant is to read like.
  /// - Returns: The text with those words; everything else stays as it is.
  public static func replacingInstants(
    in text: String, with words: (Instant) -> String
  ) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if let (instant, end) = instant(in: bytes, from: place) {
        result += Array(words(instant).utf8)
        place = end
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The shortest form is `2026-11-27T14:03:09Z`, the longest `2026-11-27T14:03:09.125Z`.
  private static func instant(in bytes: [UInt8], from start: Int) -> (Instant, end: Int)? {
    for length in [20, 24] where start + length <= bytes.count {
      let part = bytes[start..<start + length]
      guard part.last == UInt8(ascii: "Z"), part[start + 10] == UInt8(ascii: "T"),
        let instant = instant(String(decoding: part, as: UTF8.self))
      else { continue }
      return (instant, start + length)
    }
    return nil
  }
}
