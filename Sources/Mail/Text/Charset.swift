/// The character sets that mail to European and American stores is written in.
///
/// Names as the WHATWG Encoding Standard maps them: what calls itself Latin-1 or ASCII is Windows-1252.
enum Charset: Hashable {
  /// ASCII, or nothing said: UTF-8 where the bytes are that, else Windows-1252.
  case ascii
  case utf8
  case windows1252
  case latin9
  case utf16(isBigEndian: Bool?)
  /// One that is not known, by its name.
  case unknown(String)

  /// The character set of a name in lower case.
  init(_ name: String) {
    switch name {
    case "", "us-ascii", "ascii", "ansi_x3.4-1968", "iso646-us", "us": self = .ascii
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode-2-0-utf-8": self = .utf8
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "windows-1252", "cp1252",
      "x-cp1252", "iso-ir-100":
      self = .windows1252
    case "iso-8859-15", "iso8859-15", "iso_8859-15", "latin9", "latin-9", "l9": self = .latin9
    case "utf-16", "utf16", "unicode": self = .utf16(isBigEndian: nil)
    case "utf-16le": self = .utf16(isBigEndian: false)
    case "utf-16be": self = .utf16(isBigEndian: true)
    default: self = .unknown(name)
    }
  }

  /// The text that bytes stand for, and what had to be mended.
  func decode(_ bytes: [UInt8]) -> (text: String, remark: MailRemark?) {
    switch self {
    case .ascii: (FieldText.lenient(bytes[...]), nil)
    case .utf8: Self.utf8(bytes)
    case .windows1252: (Windows1252.text(bytes), nil)
    case .latin9: (Self.latin9(bytes), nil)
    case .utf16(let isBigEndian): Self.utf16(bytes, isBigEndian)
    case .unknown(let name): Self.unknown(bytes, name)
    }
  }

  /// Text that calls itself UTF-8: where nothing in it is, it was Windows-1252; else its broken bytes are replaced.
  private static func utf8(_ bytes: [UInt8]) -> (String, MailRemark?) {
    let unmarked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: unmarked, as: UTF8.self) { return (text, nil) }
    let mended = String(decoding: unmarked, as: UTF8.self)
    let hasSome = mended.unicodeScalars.contains { !$0.isASCII && $0 != "\u{FFFD}" }
    return (hasSome ? mended : Windows1252.text(bytes), .bytesMended)
  }

  /// ISO-8859-15 differs from Latin-1 in eight places.
  private static func latin9(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let scalar: Unicode.Scalar =
        switch byte {
        case 0xA4: "€"
        case 0xA6: "Š"
        case 0xA8: "š"
        case 0xB4: "Ž"
        case 0xB8: "ž"
        case 0xBC: "Œ"
        case 0xBD: "œ"
        case 0xBE: "Ÿ"
        default: Unicode.Scalar(byte)
        }
      text.append(scalar)
    }
    return String(text)
  }

  /// Without a mark and a word about it the order is big-endian (RFC 2781, 4.3), unless zeros tell otherwise.
  private static func utf16(_ bytes: [UInt8], _ isBigEndian: Bool?) -> (String, MailRemark?) {
    let mark = Array(bytes.prefix(2))
    let isMarked = mark == [0xFE, 0xFF] || mark == [0xFF, 0xFE]
    let highFirst = isMarked ? mark == [0xFE, 0xFF] : isBigEndian ?? !looksLittleEndian(bytes)
    let units = stride(from: isMarked ? 2 : 0, to: bytes.count - 1, by: 2).map { place in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return highFirst ? first << 8 | second : second << 8 | first
    }
    let text = String(decoding: units, as: UTF16.self)
    let isWhole = bytes.count % 2 == 0 && !text.unicodeScalars.contains("\u{FFFD}")
    return (text, isWhole ? nil : .bytesMended)
  }

  private static func looksLittleEndian(_ bytes: [UInt8]) -> Bool {
    let zeros = bytes.indices.filter { bytes[$0] == 0 }
    return zeros.count { $0 % 2 == 1 } > zeros.count { $0 % 2 == 0 }
  }

  private static func unknown(_ bytes: [UInt8], _ name: String) -> (String, MailRemark?) {
    if name.hasPrefix("iso-2022") { return (withoutEscapes(bytes), .unknownCharset(name)) }
    if let text = String(validating: bytes, as: UTF8.self) { return (text, nil) }
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(byte < 0x80 ? Unicode.Scalar(byte) : "\u{FFFD}") }
    return (String(text), .unknownCharset(name))
  }

  /// ISO-2022 writes other letters in pairs of ASCII between `ESC $` and `ESC (` (RFC 1468).
  private static func withoutEscapes(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    var isForeign = false
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == 0x1B, let kind = rest.first {
        isForeign = kind == UInt8(ascii: "$")
        rest = rest.dropFirst(2)
      } else if isForeign, !byte.isWhite {
        rest = rest.dropFirst()
        text.append("\u{FFFD}")
      } else {
        text.append(byte < 0x80 ? Unicode.Scalar(byte) : "\u{FFFD}")
      }
    }
    return String(text)
  }
}
