/// Digits in a row, with blanks, points and hyphens among them.
struct DigitRun {
  /// The first and last piece.
  let first: Int
  private(set) var last: Int
  /// How many digits.
  private(set) var count = 0
  /// How many pieces.
  private(set) var groups = 0
  /// Whether a plus sign, or a bracket or zero as of an area code, leads it.
  let startsWithPlus: Bool
  let startsWithArea: Bool
  /// Whether it reads as a day, or as money or a measure.
  let isDate: Bool
  let isAmount: Bool

  /// Reads the digits that begin at a piece; an empty run where there are none.
  init(_ reader: PieceReader, from start: Int) {
    first = start
    last = start
    var at = start
    while at < reader.pieces.count, let digits = Self.digits(reader, at),
      at == start || Self.continues(reader, at)
    {
      count += digits
      groups += 1
      last = at
      at += 1
    }
    let from = Int(reader.pieces[start].from)
    let before = from > 0 ? reader.text.bytes[from - 1] : UInt8(ascii: " ")
    startsWithPlus = before == UInt8(ascii: "+")
    startsWithArea =
      before == UInt8(ascii: "(")
      || (reader.text.bytes[from] == UInt8(ascii: "0") && groups > 1)
    isDate = Self.isDate(reader, start, last)
    isAmount = Self.isAmount(reader, start, last)
  }

  /// Whether digits begin at a piece.
  static func begins(_ reader: PieceReader, _ index: Int) -> Bool { digits(reader, index) != nil }

  /// How many digits a piece has, if it is all digits or letters that look like some.
  private static func digits(_ reader: PieceReader, _ index: Int) -> Int? {
    let piece = reader.pieces[index]
    guard piece.kind != .sign else { return nil }
    let bytes = reader.text.bytes[Int(piece.from)..<Int(piece.to)]
    guard bytes.contains(where: ByteClass.isDigit) else { return nil }
    let isNumber = bytes.allSatisfy {
      ByteClass.isDigit($0) || $0 == UInt8(ascii: "o") || $0 == UInt8(ascii: "l")
        || $0 == UInt8(ascii: ".")
    }
    return isNumber ? bytes.count { $0 != UInt8(ascii: ".") } : nil
  }

  private static func continues(_ reader: PieceReader, _ index: Int) -> Bool {
    guard reader.pieces[index].sentence == reader.pieces[index - 1].sentence else { return false }
    let between = reader.text.bytes[
      Int(reader.pieces[index - 1].to)..<Int(reader.pieces[index].from)]
    return between.count <= 3
      && between.allSatisfy {
        $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
          || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "(")
          || $0 == FoldedByte.dash
      }
  }

  private static func isDate(
    _ reader: PieceReader, _ first: Int, _ last: Int
  ) -> Bool {
    guard last - first < 3 else { return false }
    let words = (first...last).map { reader.word($0) }
    let parts = words.flatMap { $0.split(separator: ".") }.map(\.count)
    return parts == [4, 2, 2] || parts == [2, 2, 4] || parts == [1, 2, 4] || parts == [2, 1, 4]
  }

  private static func isAmount(_ reader: PieceReader, _ first: Int, _ last: Int) -> Bool {
    let signs = [first - 1, last + 1].filter { reader.pieces.indices.contains($0) }
    return signs.contains { index in
      guard reader.pieces[index].kind == .sign else { return false }
      let byte = reader.text.bytes[Int(reader.pieces[index].from)]
      return byte == UInt8(ascii: "$") || byte == FoldedByte.currency || byte == UInt8(ascii: "%")
    }
  }
}
