import Screen

/// A picture as text: its rows, then one letter for the look of each cell, then what the letters mean.
enum StyleMap {
  private static let letters = Array(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+*%&$#@=~^")

  /// The picture with the roles of its cells, which must be drawn in ``SampleTheme/byRole``.
  static func text(of frame: Frame) -> String {
    text(of: frame, plain: Role.text.rawValue, SampleTheme.name)
  }

  /// The picture with the looks of its cells by some name; those of the plain one are dots.
  static func text(
    of frame: Frame,
    plain: String,
    _ name: (Style) -> String
  ) -> String {
    var names: [String] = []
    let map = (0..<frame.grid.size.rows).map { row in
      line(frame.grid.cells(row: row).map { letter(name($0.style), plain, &names) })
    }
    let cursor = frame.cursor.map { "row \($0.row), column \($0.column)" } ?? "hidden"
    let legend = names.enumerated().map { "\(letters[$0.offset]) \($0.element)" }
    let parts =
      frame.grid.text() + ["── looks, cursor \(cursor)"] + map + ["── legend", ". \(plain)"]
    return (parts + legend).joined(separator: "\n") + "\n"
  }

  private static func letter(
    _ name: String,
    _ plain: String,
    _ names: inout [String]
  ) -> Character {
    if name == plain { return "." }
    if let index = names.firstIndex(of: name) { return letters[index] }
    names.append(name)
    return letters[names.count - 1]
  }

  /// Cells of the plain look at the end of a row are left out.
  private static func line(_ letters: [Character]) -> String {
    var letters = letters
    while letters.last == "." { letters.removeLast() }
    return String(letters)
  }
}
