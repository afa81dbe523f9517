import Ledger
import SMTP

/// Writes a header field in lines: folded at 78 columns (RFC 5322, 2.2.3), encoded where it has to be (RFC 2047).
enum HeaderField {
  /// The lines of a field, without their ends.
  static func lines(_ name: String, _ value: HeaderText) -> [String] {
    isPlain(value.text) ? foldedLines(name, value.text) : encodedLines(name, value.text)
  }

  /// The lines of a field that names other messages.
  static func lines(_ name: String, _ messages: [MessageReference]) -> [String] {
    foldedLines(name, messages.map(\.description).joined(separator: " "))
  }

  private static let width = 78

  /// Whether a text can stand as it is: ASCII, nothing that reads as encoded, no space that folding or a
  /// careless reader would swallow, and no word too long for a line.
  private static func isPlain(_ text: String) -> Bool {
    if text.isEmpty { return true }
    guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }), !text.contains("=?") else {
      return false
    }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    return words.allSatisfy { !$0.isEmpty && $0.utf8.count < width - 20 }
  }

  private static func foldedLines(_ name: String, _ text: String) -> [String] {
    var lines: [String] = []
    var line = "\(name):"
    for word in text.split(separator: " ") {
      if line.utf8.count + 1 + word.utf8.count > width {
        lines.append(line)
        line = ""
      }
      line += " \(word)"
    }
    return lines + [line]
  }

  private static func encodedLines(_ name: String, _ text: String) -> [String] {
    var lines: [String] = []
    var line = "\(name):"
    var chunk: [UInt8] = []
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if chunk.count + bytes.count > room(after: line) {
        lines.append("\(line) \(encodedWord(chunk))")
        (line, chunk) = ("", [])
      }
      chunk += bytes
    }
    return lines + ["\(line) \(encodedWord(chunk))"]
  }

  /// How many bytes fit into an encoded word on a line of at most 76 columns (RFC 2047, 2).
  private static func room(after line: String) -> Int {
    (76 - line.utf8.count - 1 - encodedWord([]).utf8.count) / 4 * 3
  }

  private static func encodedWord(_ bytes: [UInt8]) -> String {
    "=?UTF-8?B?\(Base64.text(bytes))?="
  }
}
