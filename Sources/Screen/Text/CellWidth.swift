/// How many columns a character takes on a terminal, by one pinned version of Unicode.
///
/// Widths are data and must not drift with a library: the table is generated (`WidthTable.swift`),
/// and the terminal compares it with its C library before it paints.
public enum CellWidth {
  /// What a scalar is to a terminal.
  enum Kind: UInt32 {
    /// A combining mark: no column of its own.
    case mark
    case narrow
    case wide
    /// C0, C1, DEL, and the line and paragraph separators.
    case control
    /// A format character without a shape: bidi controls, joiners, fillers, variation selectors,
    /// tags.
    case hidden
    /// Unassigned, private, or a part of a Hangul syllable without its head.
    case unknown
  }

  /// Columns of a whole text after washing, as ``SafeText`` shows it.
  public static func columns(of text: String) -> Int {
    SafeText(text).width
  }

  /// Columns of one character after washing.
  public static func columns(of character: Character) -> Int {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F { return 1 }
    return SafeText(String(character)).width
  }

  /// The kind of a scalar, with short ways for the scripts that fill most screens.
  static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x20..<0x7F, 0xC0..<0x300, 0x400..<0x483: .narrow
    case 0x4E00..<0x9FFD, 0xAC00..<0xD7A4: .wide
    default: search(scalar.value)
    }
  }

  /// The kind by binary search for the last run that begins at or before the value.
  private static func search(_ value: UInt32) -> Kind {
    let runs = WidthTable.runs
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle] >> 3 <= value { low = middle } else { high = middle }
    }
    return Kind(rawValue: runs[low] & 7) ?? .unknown
  }
}
