/// Takes older messages off a newer one that quotes them.
///
/// History begins with a line such as `On …, Shop <a@b.c> wrote:` in the languages of the stores, with
/// `-----Original Message-----`, or with a block of lines behind `>`. What is written below quoted lines stays;
/// where nothing else would be left, everything does.
struct QuotedHistory {
  private let lines: [Substring]

  init(_ lines: [Substring]) { self.lines = lines }

  /// The text without history, without white space at its ends.
  var newText: String {
    let start = start
    let above = Self.joined(lines[..<start])
    guard start < lines.count else { return above }
    let below = Self.joined(isMarked(behind: start) ? rest(behind: start) : [])
    let text = [above, below].filter { !$0.isEmpty }.joined(separator: "\n\n")
    return text.isEmpty ? Self.joined(lines[...]) : text
  }

  private static func joined(_ lines: some Sequence<Substring>) -> String {
    lines.joined(separator: "\n").trimmed()
  }

  /// The line with which history begins; behind the last where there is none.
  private var start: Int {
    lines.indices.first { isHeadline($0) || isAttribution($0) || isBlock($0) } ?? lines.count
  }

  private func isHeadline(_ index: Int) -> Bool {
    let line = String(lines[index]).trimmed().lowercased()
    let words = line.filter { $0 != "-" && $0 != "_" }.trimmed()
    return line.hasPrefix("-----") && Self.headlines.contains(words)
  }

  private static let headlines: Set<String> = [
    "original message", "ursprüngliche nachricht", "originalnachricht", "message d'origine",
    "message d’origine", "message original", "mensaje original", "messaggio originale",
    "mensagem original", "oorspronkelijk bericht", "元のメッセージ",
  ]

  /// `On … wrote:` may be folded over three lines, and names a time or an address.
  private func isAttribution(_ index: Int) -> Bool {
    let first = String(lines[index]).trimmed().lowercased()
    guard let (_, end) = Self.attributions.first(where: { first.hasPrefix($0.0) }) else {
      return false
    }
    for count in 1...3 where index + count <= lines.count {
      let text = lines[index..<index + count].joined(separator: " ").lowercased().trimmed()
      guard text.utf8.count < 400 else { return false }
      if text.last == ":" || text.last == "：", text.contains(end), Self.namesTime(text) {
        return true
      }
    }
    return false
  }

  private static let attributions = [
    ("on ", " wrote"), ("am ", " schrieb"), ("le ", " a écrit"), ("el ", " escribió"),
    ("em ", " escreveu"), ("il ", " ha scritto"), ("op ", " schreef"),
  ]

  /// A time of day or an address: a customer's own words about what somebody wrote have neither.
  private static func namesTime(_ text: String) -> Bool {
    if text.contains("@") { return true }
    let bytes = Array(text.utf8)
    return bytes.indices.dropFirst().dropLast().contains { index in
      bytes[index] == UInt8(ascii: ":") && isFigure(bytes[index - 1]) && isFigure(bytes[index + 1])
    }
  }

  private static func isFigure(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Two quoted lines in a row; a single one may be the customer's own sign.
  private func isBlock(_ index: Int) -> Bool {
    index + 1 < lines.count && isQuoted(lines[index]) && isQuoted(lines[index + 1])
  }

  private func isQuoted(_ line: Substring) -> Bool { line.first == ">" }

  /// Whether the history that begins at a line is marked line by line.
  private func isMarked(behind start: Int) -> Bool {
    lines[start...].prefix(6).contains(where: isQuoted)
  }

  /// What stands between and below marked lines.
  private func rest(behind start: Int) -> [Substring] {
    let body = lines[start...].drop { !isQuoted($0) }
    return body.filter { !isQuoted($0) }
  }
}
