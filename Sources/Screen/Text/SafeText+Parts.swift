extension SafeText {
  /// The start of the text that fits, with an ellipsis at its end where it was cut.
  public func prefix(columns: Int, ellipsis: SafeText = "…") -> SafeText {
    guard width > columns else { return self }
    guard columns > 0 else { return .empty }
    guard columns > ellipsis.width else { return head(columns: columns) }
    return head(columns: columns - ellipsis.width) + ellipsis
  }

  /// The start of the text up to a column; a wide character on the edge is left out.
  public func head(columns: Int) -> SafeText {
    guard width > columns else { return self }
    guard columns > 0 else { return .empty }
    if isASCII {
      return SafeText(washed: String(string.utf8.prefix(columns)) ?? "", width: columns)
    }
    var used = 0
    var end = string.unicodeScalars.startIndex
    for index in string.unicodeScalars.indices {
      let columnsMore = CellWidth.columns(of: string.unicodeScalars[index])
      if used + columnsMore > columns { break }
      used += columnsMore
      end = string.unicodeScalars.index(after: index)
    }
    return SafeText(washed: String(string.unicodeScalars[..<end]), width: used)
  }

  /// The text with spaces behind it up to a width; cut where it is wider.
  public func padded(columns: Int, ellipsis: SafeText = "…") -> SafeText {
    let fitting = prefix(columns: columns, ellipsis: ellipsis)
    return fitting + .spaces(columns - fitting.width)
  }

  /// A number of spaces; none when it is negative.
  public static func spaces(_ count: Int) -> SafeText {
    SafeText(washed: String(repeating: " ", count: max(0, count)), width: max(0, count))
  }

  /// The text a number of times after itself.
  public func repeated(_ count: Int) -> SafeText {
    SafeText(washed: String(repeating: string, count: max(0, count)), width: width * max(0, count))
  }

  /// The texts one after the other; a washed text never begins with a mark, so the widths add up.
  public static func + (first: SafeText, second: SafeText) -> SafeText {
    SafeText(washed: first.string + second.string, width: first.width + second.width)
  }

  /// Appends another text.
  public static func += (text: inout SafeText, more: SafeText) {
    text = text + more
  }
}

extension [SafeText] {
  /// The texts with a separator between them.
  public func joined(separator: SafeText = .empty) -> SafeText {
    var result = SafeText.empty
    for (index, text) in enumerated() { result += index == 0 ? text : separator + text }
    return result
  }
}

extension CellWidth {
  /// Columns of a scalar of a washed text.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    switch kind(of: scalar) {
    case .mark: 0
    case .wide: 2
    default: 1
    }
  }
}
