/// A text to begin a reply with.
public struct ReplyStarter: Hashable, Sendable {
  /// The language as a primary subtag.
  public var language: String
  /// The causes that it fits; empty for any.
  public var causes: [Cause]
  /// What it answers; nil for both.
  public var kind: ItemKind?
  /// The way on which it leaves; nil for messages of either kind.
  public var channel: Channel?
  /// The text with its blanks: `{{customer}}` and `{{agent}}`.
  public var text: String

  /// Makes a starter.
  public init(
    language: String, causes: [Cause] = [], kind: ItemKind? = nil, channel: Channel? = nil,
    text: String
  ) {
    self.language = language
    self.causes = causes
    self.kind = kind
    self.channel = channel
    self.text = text
  }

  /// The text with its blanks filled; a customer without a name is greeted without one.
  public func filled(customer: String, agent: String) -> String {
    Blanks.fill(text, ["customer": customer, "agent": agent])
  }
}

/// Blanks of texts, such as `{{customer}}`.
enum Blanks {
  /// Fills the blanks; one that is filled with nothing takes the space before it along.
  ///
  /// What a blank is filled with is not looked through again: it may be a stranger's words.
  static func fill(_ text: String, _ values: [String: String]) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      let name = String(rest[open.upperBound..<close.lowerBound])
      filled += rest[..<open.lowerBound]
      if values[name] == "", filled.last == " " { filled.removeLast() }
      filled += values[name] ?? String(rest[open.lowerBound..<close.upperBound])
      rest = rest[close.upperBound...]
    }
    return filled + rest
  }
}
