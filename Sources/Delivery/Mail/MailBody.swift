import SMTP

/// A text as a MIME body: an encoding and the encoded lines, none longer than 76 columns.
struct MailBody {
  /// The value of `Content-Transfer-Encoding`.
  var encoding: String
  /// The encoded lines, without their ends.
  var lines: [String]

  /// Encodes a text in whichever encoding is shorter.
  ///
  /// Every kind of line break becomes a plain one, and the text ends with one: a lone carriage return
  /// never reaches a mail server, which might take it for a break of its own.
  init(_ text: String) {
    let text = Self.withPlainBreaks(text)
    let printable = QuotedPrintable.lines(text)
    let binary = Base64.lines(Self.canonical(text))
    let isShorter = Self.size(printable) <= Self.size(binary)
    encoding = isShorter ? "quoted-printable" : "base64"
    lines = isShorter ? printable : binary
  }

  private static func size(_ lines: [String]) -> Int {
    lines.reduce(0) { $0 + $1.utf8.count + 1 }
  }

  private static func withPlainBreaks(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\r" || scalar == "\n" {
        if !(scalar == "\n" && previous == "\r") { scalars.append("\n") }
      } else {
        scalars.append(scalar)
      }
      previous = scalar
    }
    if scalars.last != "\n" { scalars.append("\n") }
    return String(scalars)
  }

  /// Base64 carries text with the line ends of the wire (RFC 2045, 6.8).
  private static func canonical(_ text: String) -> [UInt8] {
    text.utf8.flatMap { $0 == UInt8(ascii: "\n") ? Array("\r\n".utf8) : [$0] }
  }
}
