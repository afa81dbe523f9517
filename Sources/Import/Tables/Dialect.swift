/// How the rows of a table are written.
struct Dialect: Hashable {
  /// What stands between two fields.
  var delimiter: UInt8
  /// Whether quotes enclose fields; otherwise they are literal text.
  var isQuoted: Bool

  /// Fields between tabs; quotes are literal.
  static let tabs = Dialect(delimiter: UInt8(ascii: "\t"), isQuoted: false)
  /// CSV of RFC 4180.
  static let commas = Dialect(delimiter: UInt8(ascii: ","), isQuoted: true)
  /// CSV as programs write it where the comma is the decimal sign.
  static let semicolons = Dialect(delimiter: UInt8(ascii: ";"), isQuoted: true)

  static let all = [tabs, commas, semicolons]
}
