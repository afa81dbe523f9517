/// One mail message: its header, and the text that a person would read.
///
/// Every sequence of bytes is a message: what is broken is mended or left out, and said in `remarks`. Nothing
/// in it is to be trusted, neither who it says it is from nor what it says.
public struct ParsedMessage: Sendable {
  /// The header.
  public let header: MailHeader
  /// The text with line ends as `\n` and without white space at its ends; empty where there is none.
  public let text: String
  /// Whether the text was written as plain text, not taken out of markup.
  public let isPlain: Bool
  /// The header of the body's first enclosed messages, and of reports about them (RFC 3464).
  public let enclosed: [MailHeader]
  /// What had to be mended, or was left out.
  public let remarks: [MailRemark]

  /// Reads a message.
  public init(_ bytes: ArraySlice<UInt8>, limits: MailLimits = MailLimits()) {
    var parts = PartReader(limits)
    let root = parts.read(bytes)
    var reader = PartText(limits)
    let found = reader.text(of: root)
    header = root.header
    text = (found?.text ?? "").trimmingLines
    isPlain = found?.isPlain ?? true
    enclosed = EnclosedHeaders(limits).all(in: root)
    remarks = parts.remarks + reader.remarks.filter { !parts.remarks.contains($0) }
  }
}

extension String {
  /// The text without blank lines and white space at its end, and without blank lines at its beginning.
  fileprivate var trimmingLines: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    let start = self[..<first].lastIndex(of: "\n").map(index(after:)) ?? startIndex
    return String(self[start...last])
  }
}
