import Screen

/// Lines of mdoc: what is no macro is escaped, so that no word of a help text can be one.
struct ManualText {
  /// Lines of running text are no longer than this: the formatter fills them anyhow.
  private static let longestLine = 76

  private(set) var lines: [String] = []

  /// A macro with its arguments, which are of our own making.
  mutating func macro(_ name: String, _ arguments: String = "") {
    lines.append(arguments.isEmpty ? ".\(name)" : ".\(name) \(arguments)")
  }

  /// Running text, each sentence on a line of its own.
  mutating func text(_ text: String) {
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      let isFull = line.utf8.count + word.utf8.count >= Self.longestLine
      if !line.isEmpty, isFull || Self.endsSentence(line) {
        lines.append(Self.escaped(line))
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    if !line.isEmpty { lines.append(Self.escaped(line)) }
  }

  private static func endsSentence(_ line: String) -> Bool {
    guard let last = line.last else { return false }
    return ".!?".contains(last) || line.hasSuffix(".)")
  }

  /// Lines as they are, set in, in a face of equal widths.
  mutating func literal(_ text: [String]) {
    macro("Bd", "-literal -offset indent")
    lines += text.map { Self.escaped($0) }
    macro("Ed")
  }

  /// What an argument looks like in a command line.
  mutating func synopsis(_ argument: CommandEntry.Argument) {
    let best = argument.names.first { $0.hasPrefix("--") } ?? argument.names.first
    let words = Self.form(best, argument)
    macro(
      argument.isOptional ? "Op" : String(words.prefix(2)),
      argument.isOptional ? words : String(words.dropFirst(3)))
  }

  /// Arguments with what they do, as a list.
  mutating func options(_ arguments: [CommandEntry.Argument]) {
    guard !arguments.isEmpty else { return }
    macro("Bl", "-tag -width Ds")
    for argument in arguments {
      let forms = argument.names.isEmpty ? [nil] : argument.names.map { Optional($0) }
      macro("It", forms.map { Self.form($0, argument) }.joined(separator: " , "))
      text(argument.words)
      if !argument.choices.isEmpty { text("One of \(argument.choices.joined(separator: ", ")).") }
    }
    macro("El")
  }

  /// `Fl -at Ar time`, `Fl -json`, `Ar file ...`.
  private static func form(_ name: String?, _ argument: CommandEntry.Argument) -> String {
    let flag = name.map { "Fl \(word(String($0.dropFirst())))" }
    let value = argument.value.isEmpty ? nil : "Ar \(word(argument.value))"
    let more = argument.isRepeating ? "..." : nil
    return [flag, value, more].compactMap(\.self).joined(separator: " ")
  }

  /// A word that no macro is taken for: those begin with a capital.
  private static func word(_ text: String) -> String {
    let word = escaped(text).replacing(" ", with: "\\ ")
    return text.first?.isUppercase == true ? "\\&\(word)" : word
  }

  /// What a help text says at length: its examples as they are, the rest as running text.
  mutating func discussion(_ text: String) {
    for paragraph in Self.paragraphs(text) {
      macro("Pp")
      if Self.isExample(paragraph) {
        literal(paragraph)
      } else {
        self.text(paragraph.joined(separator: " "))
      }
    }
  }

  private static func paragraphs(_ text: String) -> [[String]] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
      .split(separator: "", omittingEmptySubsequences: true).map { Array($0) }
  }

  /// Examples are command lines, settings, and anything that is set in or in columns.
  private static func isExample(_ lines: [String]) -> Bool {
    lines.contains { line in
      line.hasPrefix("amends ") || line.hasPrefix("[") || line.hasPrefix(" ")
        || line.contains("   ")
    }
  }

  /// Nothing in it is a macro, an escape or a hyphen that cannot be copied; all of it is ASCII.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in SafeText(text).string.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "`": escaped += "\\(ga"
      case "'": escaped += "\\(aq"
      case _ where !scalar.isASCII:
        let code = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\[u\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)]"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
  }
}
