/// Looks through a TOML text for what its parser would not survive.
///
/// TOMLKit 0.6.0 ends the program (assertions in its toml++ and unbounded recursion) on a header without a
/// name such as `[é]` or `[[[`, on `[}`, and on keys of very many parts; at a NUL character it stops without
/// a word. Everything else that is wrong it reports itself.
struct TOMLGuard {
  /// What the parser would not survive, and where.
  struct Fault: Equatable {
    /// The line, from 1.
    var line: Int
    var reason: String
  }

  private static let mostParts = 64
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var brackets: [UInt8] = []
  private var parts = 0
  private var isAtLineStart = true

  /// The first fault of a text; `nil` where the parser can have it.
  static func fault(in text: String) -> Fault? {
    var walker = TOMLGuard(text)
    while walker.position < walker.bytes.count {
      if let reason = walker.step() { return Fault(line: walker.line, reason: reason) }
    }
    return nil
  }

  private init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Goes past one thing; gives the reason where it is a fault.
  private mutating func step() -> String? {
    let byte = bytes[position]
    switch byte {
    case 0: return "a NUL character, behind which nothing would be read"
    case UInt8(ascii: "\n"): endLine()
    case UInt8(ascii: " "), UInt8(ascii: "\t"): position += 1
    case UInt8(ascii: "#"): skipComment()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(byte)
    case UInt8(ascii: "["):
      if isAtLineStart, brackets.isEmpty { return header() }
      open(byte)
    case UInt8(ascii: "{"): open(byte)
    case UInt8(ascii: "]"), UInt8(ascii: "}"): return close(byte)
    default: return pass(byte)
    }
    return nil
  }

  private mutating func pass(_ byte: UInt8) -> String? {
    isAtLineStart = false
    position += 1
    if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ",") { parts = 0 }
    if byte == UInt8(ascii: ".") { parts += 1 }
    return parts > Self.mostParts ? "a key of more than \(Self.mostParts) parts" : nil
  }

  private mutating func endLine() {
    position += 1
    line += 1
    parts = 0
    isAtLineStart = true
  }

  private mutating func open(_ bracket: UInt8) {
    isAtLineStart = false
    brackets.append(bracket)
    parts = 0
    position += 1
  }

  private mutating func close(_ bracket: UInt8) -> String? {
    isAtLineStart = false
    position += 1
    let opened = brackets.popLast()
    if bracket == UInt8(ascii: "}"), opened == UInt8(ascii: "[") { return "a list ends with ]" }
    return nil
  }
}

extension TOMLGuard {
  /// Goes past the brackets that begin a header; what follows must be a name.
  private mutating func header() -> String? {
    isAtLineStart = false
    position += 1
    if current == UInt8(ascii: "[") { position += 1 }
    while current == UInt8(ascii: " ") || current == UInt8(ascii: "\t") { position += 1 }
    guard let first = current, !Self.isStartOfName(first), first != UInt8(ascii: "]") else {
      return nil
    }
    return "a section begins like [contact], with its name"
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private static func isStartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// To the end of the line; a NUL is left to be found.
  private mutating func skipComment() {
    while let byte = current, byte != UInt8(ascii: "\n"), byte != 0 { position += 1 }
  }

  /// Behind a string of one line or of several, or to where it can go no further.
  private mutating func skipString(_ quote: UInt8) {
    isAtLineStart = false
    let isLong = bytes[position...].starts(with: [quote, quote, quote])
    position += isLong ? 3 : 1
    while let byte = current, byte != 0 {
      if byte == UInt8(ascii: "\n"), !isLong { return }
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        skipEscape()
      } else if byte != quote {
        position += 1
      } else if !isLong {
        position += 1
        return
      } else if endLong(quote) {
        return
      }
    }
  }

  private mutating func skipEscape() {
    position += 1
    guard let byte = current, byte != 0, byte != UInt8(ascii: "\n") else { return }
    position += 1
  }

  /// Goes past quotes within a long string; `true` where they end it: three, and two of its own before.
  private mutating func endLong(_ quote: UInt8) -> Bool {
    var count = 0
    while current == quote, count < 5 {
      position += 1
      count += 1
    }
    return count >= 3
  }
}
