/// What an element of HTML does to the text within and around it.
struct HTMLElement {
  /// How far text is kept from what stands around an element.
  enum Separation: Int {
    case none, space, line, paragraph
  }

  let name: String
  /// Whether nothing of its content is shown.
  let isHidden: Bool

  init(_ name: String, _ attributes: ArraySlice<UInt8>) {
    self.name = name
    isHidden = HTMLAttributes(attributes).hide
  }

  /// How far its text stands from what is before and behind it.
  static func separation(_ name: String) -> Separation {
    if lines.contains(name) { return .line }
    if paragraphs.contains(name) { return .paragraph }
    return name == "td" || name == "th" ? .space : .none
  }

  /// Whether it has no content and no end tag.
  static func isVoid(_ name: String) -> Bool { void.contains(name) }

  /// The element that the beginning of another ends, where it is still open.
  static func ended(by name: String) -> Set<String> {
    switch name {
    case "li": ["li"]
    case "dt", "dd": ["dt", "dd"]
    case "tr": ["tr", "td", "th"]
    case "td", "th": ["td", "th"]
    case "br": []
    default: separation(name) == .none ? [] : ["p"]
    }
  }

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
  private static let lines: Set<String> = [
    "address", "article", "aside", "body", "br", "caption", "center", "dd", "details", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "li",
    "main", "menu", "nav", "ol", "section", "summary", "table", "tbody", "tfoot", "thead", "tr",
    "ul",
  ]
  private static let paragraphs: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre",
  ]
}

/// What the attributes of a tag say about its being seen.
private struct HTMLAttributes {
  /// Whether the content is hidden, so that only machines would read it.
  let hide: Bool

  init(_ bytes: ArraySlice<UInt8>) {
    let plain = bytes.prefix(4096).filter { !$0.isWhite }.loweredText
    let words = bytes.prefix(4096).split(whereSeparator: \.isWhite).map(\.loweredText)
    hide =
      words.contains { $0 == "hidden" || $0.hasPrefix("hidden=") }
      || Self.hiding.contains { plain.contains($0) }
      || Self.shrinking.contains { Self.isZero($0, in: plain) }
  }

  private static let hiding = ["display:none", "visibility:hidden", "mso-hide:all"]
  private static let shrinking = ["font-size:", "opacity:", "max-height:", "line-height:"]

  /// Whether a property of a style is nothing: `0`, `0px`, `0.0em`.
  private static func isZero(_ property: String, in style: String) -> Bool {
    guard let range = style.firstRange(of: property) else { return false }
    let value = style[range.upperBound...].prefix { $0.isNumber || $0 == "." }
    return !value.isEmpty && value.allSatisfy { $0 == "0" || $0 == "." }
  }
}
