import Glibc

/// How bytes of a field become text: faithfully, but for NUL, which becomes U+FFFD.
public enum FieldText {
  /// UTF-8 where the bytes are that, else Windows-1252.
  public static func lenient(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    strict(bytes) ?? withoutNUL(Windows1252.text(bytes))
  }

  /// UTF-8 where the bytes are that, else Windows-1252.
  public static func lenient(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.withUnsafeBufferPointer { lenient($0) }
  }

  /// UTF-8, or `nil` where the bytes are not.
  public static func strict(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    return isSpelled(text, bytes) ? withoutNUL(text) : nil
  }

  /// The text with `\r\n`, and if so wished a `\r` that stands alone, as `\n`.
  public static func unixLines(_ text: String, loneReturns: Bool) -> String {
    guard text.holds(carriageReturn) else { return text }
    var lines: [UInt8] = []
    lines.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte == lineFeed, lines.last == carriageReturn { lines.removeLast() }
      lines.append(byte)
    }
    if loneReturns {
      for index in lines.indices where lines[index] == carriageReturn { lines[index] = lineFeed }
    }
    return String(decoding: lines, as: UTF8.self)
  }

  private static let carriageReturn = UInt8(ascii: "\r")
  private static let lineFeed = UInt8(ascii: "\n")

  /// Whether decoding mended nothing; quicker here than the validating initializer, which is generic.
  private static func isSpelled(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return true }
    let same = text.utf8.withContiguousStorageIfAvailable { spelled in
      spelled.count == bytes.count
        && spelled.baseAddress.map { memcmp($0, base, bytes.count) == 0 } ?? false
    }
    return same ?? text.utf8.elementsEqual(bytes)
  }

  /// The text with U+FFFD in the place of NUL.
  public static func withoutNUL(_ text: String) -> String {
    guard text.holds(0) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { clean.append(scalar.value == 0 ? "\u{FFFD}" : scalar) }
    return String(clean)
  }
}
