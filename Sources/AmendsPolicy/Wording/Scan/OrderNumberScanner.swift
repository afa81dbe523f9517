/// Finds order numbers: three digits, seven, and seven again, with hyphens between them.
///
/// Source: the order ids of the marketplace's reports, such as `114-7863528-5212210`.
enum OrderNumberScanner {
  private static let groups = [3, 7, 7]

  /// The source bytes of every order number.
  static func scan(_ text: FoldedText) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var at = 0
    while at < text.bytes.count {
      if let end = end(text.bytes, at) {
        ranges.append(text.range(at, end - 1))
        at = end
      } else {
        at += 1
      }
    }
    return ranges
  }

  /// Whether a message that the shop begins carries the number of its order nowhere.
  static func isMissing(in draft: AnalysedDraft) -> Bool {
    draft.context.channel == .proactive && draft.context.order == nil && scan(draft.text).isEmpty
  }

  private static func end(_ bytes: [UInt8], _ start: Int) -> Int? {
    if start > 0, ByteClass.isDigit(bytes[start - 1]) { return nil }
    var at = start
    for (index, length) in groups.enumerated() {
      if index > 0 {
        guard at < bytes.count, bytes[at] == UInt8(ascii: "-") else { return nil }
        at += 1
      }
      let digits = bytes[at...].prefix { ByteClass.isDigit($0) }.count
      guard digits == length else { return nil }
      at += digits
    }
    return at
  }
}
