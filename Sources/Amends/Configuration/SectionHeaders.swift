/// Looks at the section headers of a TOML file before its parser does.
///
/// TOMLKit 0.6.0 aborts the program (an assertion in its toml++, `parse_key`) where a header begins with
/// anything but a name, such as `[é]` or `[[[`.
enum SectionHeaders {
  /// The line, from 1, of the first header without a name that the parser can take; `nil` where all have one.
  static func faultyLine(in text: String) -> Int? {
    let bytes = Array(text.utf8)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where isFaulty(line, isLast: index == lines.count - 1) {
      return index + 1
    }
    return nil
  }

  private static func isFaulty(_ line: ArraySlice<UInt8>, isLast: Bool) -> Bool {
    var rest = line.drop(while: isBlank)
    guard rest.popFirst() == UInt8(ascii: "[") else { return false }
    if rest.first == UInt8(ascii: "[") { rest.removeFirst() }
    guard let first = rest.drop(while: isBlank).first else { return !isLast }
    return !isStartOfName(first) && first != UInt8(ascii: "]")
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isStartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
