/// The frame that the marketplace puts around what people write: lines of dashes with a word between.
///
/// `------------- Message: -------------` … `------------- End message -------------`, in the languages of the
/// stores; older mail says `Begin message`. What follows the end is the marketplace's own again.
struct MessageFrame {
  /// The lines before the message, the marketplace's own.
  let preface: [Substring]
  /// The lines of the message, with whatever history is quoted in them.
  let words: [Substring]
  /// Whether the lines that open and close the message were both there.
  let isWhole: Bool

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let marks = lines.indices.compactMap { index in
      Mark(lines[index]).map { (place: index, mark: $0) }
    }
    let opening = marks.first { $0.mark != .end && $0.mark != .history }
    let closing = Self.closing(marks, behind: opening?.place ?? -1)
    let start = opening.map { $0.place + 1 }
    let end = closing ?? Self.footer(lines, from: start ?? 0) ?? lines.count
    preface = Array(lines[..<(opening?.place ?? 0)])
    words = Array(lines[min(start ?? Self.behindHead(lines), end)..<end])
    isWhole = opening != nil && closing != nil
  }

  /// The last line that closes, before history or another message begins; one without a known word where no
  /// other is there.
  private static func closing(_ marks: [(place: Int, mark: Mark)], behind start: Int) -> Int? {
    let inside = marks.filter { $0.place > start }.prefix {
      $0.mark != .begin && $0.mark != .history
    }
    let known = inside.last { $0.mark == .end }
    return (known ?? (start >= 0 ? inside.last : nil))?.place
  }

  /// The first line of what the marketplace adds below a message.
  private static func footer(_ lines: [Substring], from start: Int) -> Int? {
    lines.indices.dropFirst(start).last { index in
      let line = lines[index].lowercased()
      return footers.contains { line.hasPrefix($0) }
    }
  }

  private static let footers = [
    "for your information:", "zu ihrer information:", "pour votre information",
    "para su información:",
    "para tu información:", "per tua informazione:", "per sua informazione:",
    "para sua informação:",
  ]

  /// Where the message begins that has no opening line: behind the order and its products.
  private static func behindHead(_ lines: [Substring]) -> Int {
    let head = lines.prefix { line in
      line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") || isProduct(line)
    }
    return head.count
  }

  /// `1 / Product title [ASIN: B0FIXTURE1]`.
  private static func isProduct(_ line: Substring) -> Bool {
    line.contains("[ASIN:") && line.first?.isNumber == true
  }

  /// A line of at least five dashes, words, and at least five dashes.
  private enum Mark {
    case begin, end, history, unknown

    init?(_ line: Substring) {
      let line = String(line).trimmed()
      guard line.hasPrefix("-----"), line.hasSuffix("-----") else { return nil }
      let words = line.lowercased().filter { $0 != "-" && $0 != ":" }.trimmed()
      guard words.contains(where: \.isLetter) else { return nil }
      self =
        Self.ends.contains(words)
        ? .end
        : Self.begins.contains(words) ? .begin : Self.quotes.contains(words) ? .history : .unknown
    }

    private static let begins: Set<String> = [
      "message", "begin message", "nachricht", "beginn der nachricht", "nachricht beginnen",
      "début du message", "début de message", "mensaje", "inicio del mensaje", "iniciar mensaje",
      "comenzar mensaje", "messaggio", "inizio messaggio", "inizio del messaggio", "mensagem",
      "início da mensagem", "iniciar mensagem", "メッセージ", "bericht", "wiadomość", "meddelande",
    ]
    private static let ends: Set<String> = [
      "end message", "end of message", "nachricht ende", "ende der nachricht", "nachricht beenden",
      "fin du message", "fin de message", "fin del mensaje", "finalizar mensaje", "fine messaggio",
      "fine del messaggio", "encerrar mensagem", "fim da mensagem", "メッセージ終了", "einde bericht",
      "koniec wiadomości", "slut på meddelande",
    ]
    private static let quotes: Set<String> = [
      "original message", "ursprüngliche nachricht", "originalnachricht", "message d'origine",
      "message d’origine", "message original", "mensaje original", "messaggio originale",
      "mensagem original", "oorspronkelijk bericht", "元のメッセージ", "forwarded message",
      "weitergeleitete nachricht", "message transféré", "mensaje reenviado", "messaggio inoltrato",
      "mensagem encaminhada",
    ]
  }
}
