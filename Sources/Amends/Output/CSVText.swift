import Screen

/// Writes rows as RFC 4180 has them, every cell in quotes.
struct CSVText {
  /// Whether cells are written exactly as they are, even where a spreadsheet would take them for a formula.
  var isRaw = false

  /// Appends a row.
  func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(isRaw ? cell : Self.harmless(cell), to: &bytes)
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  private func append(_ cell: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The cell without what a spreadsheet would run, or a terminal obey.
  ///
  /// An apostrophe before `=`, `+`, `-`, `@`, tab and line breaks, also where the first four are as wide as CJK
  /// letters, makes a spreadsheet show them (OWASP, CSV Injection). Control characters but for line breaks and
  /// tabs are washed.
  static func harmless(_ cell: String) -> String {
    let washed = cell.unicodeScalars.contains(where: isCommand) ? wash(cell) : cell
    guard let first = washed.unicodeScalars.first, dangerous.contains(first) else { return washed }
    return "'" + washed
  }

  private static let dangerous: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  private static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r": false
    default: scalar.properties.generalCategory == .control
    }
  }

  private static func wash(_ cell: String) -> String {
    SafeText.lines(cell).map(\.string).joined(separator: "\n")
  }
}
