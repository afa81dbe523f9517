/// One line of text that is harmless on a terminal, in a log, and in an export.
///
/// It can only be made by washing, and it is the only text that a ``Grid`` accepts. Washing
/// changes:
/// - control characters into their pictures (`␛`), C1 and other commands into tags (`‹U+009B›`), so
///   that an escape sequence is read instead of obeyed; bidi controls and tag characters into tags
///   as well;
/// - line breaks and tabs into spaces;
/// - unassigned and private characters into `�`; zero-width characters into nothing;
/// - what terminals do not agree on: flags into letters, joined and toned emoji into the first of
///   them, conjoining Hangul into syllables; no more than four marks stay on one character.
///
/// Markup such as `<br />` is text like any other.
public struct SafeText: Hashable, Sendable {
  /// The washed text.
  public let string: String
  /// How many columns it takes.
  public let width: Int

  init(washed string: String, width: Int) {
    self.string = string
    self.width = width
  }

  /// Washes a text into one line.
  public init(_ raw: String) {
    if Washer.isPrintableASCII(raw) {
      self.init(washed: raw, width: raw.utf8.count)
    } else {
      var washer = Washer()
      for scalar in raw.unicodeScalars { washer.take(scalar) }
      self = washer.text
    }
  }

  /// Washes no more of a text than fits, and ends it with an ellipsis where it was cut.
  ///
  /// For long texts of which a list shows the start: the rest costs nothing.
  public init(_ raw: String, columns: Int, ellipsis: SafeText = "…") {
    var washer = Washer()
    for scalar in raw.unicodeScalars {
      if washer.width > columns { break }
      washer.take(scalar)
    }
    self = washer.text.prefix(columns: columns, ellipsis: ellipsis)
  }

  /// An empty text.
  public static let empty = SafeText(washed: "", width: 0)

  /// Whether there is nothing to see.
  public var isEmpty: Bool { string.isEmpty }

  /// Every byte is a column: true of printable ASCII alone.
  var isASCII: Bool { string.utf8.count == width }

  /// Washes a text of several lines; each kind of line break ends one.
  ///
  /// Tabs become spaces up to the next column that four divides.
  public static func lines(_ raw: String) -> [SafeText] {
    var lines: [SafeText] = []
    var washer = Washer()
    var previous: Unicode.Scalar = " "
    for scalar in raw.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{2028}", "\u{2029}":
        lines.append(washer.text)
        washer = Washer()
      case "\t": washer.tab()
      default: washer.take(scalar)
      }
      previous = scalar
    }
    return lines + [washer.text]
  }
}

extension SafeText: CustomStringConvertible {
  /// The washed text.
  public var description: String { string }
}

extension SafeText: ExpressibleByStringLiteral {
  /// A constant of the program; washed like everything else.
  public init(stringLiteral value: StaticString) {
    self.init(value.description)
  }
}
