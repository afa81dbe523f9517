/// Finds telephone numbers, also with letters for digits or spelled out.
enum PhoneScanner {
  private static let cueReach = 8

  static func scan(_ reader: PieceReader) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var at = 0
    while at < reader.pieces.count {
      let last = DigitRun.begins(reader, at) ? digits(reader, at, &ranges) : at
      let spelled = spelledRun(reader, at)
      if spelled >= 6 { ranges.append(reader.range(at, at + spelled)) }
      at = max(last, at + spelled) + 1
    }
    return ranges
  }

  /// Judges the digits that begin at a piece, and gives the last of them.
  private static func digits(
    _ reader: PieceReader, _ first: Int, _ ranges: inout [Range<Int>]
  ) -> Int {
    let run = DigitRun(reader, from: first)
    if isPhone(reader, run) { ranges.append(reader.range(run.first, run.last)) }
    return run.last
  }

  private static func isPhone(_ reader: PieceReader, _ run: DigitRun) -> Bool {
    guard run.count >= 7, run.count <= 15, !run.isDate, !run.isAmount else { return false }
    let near = { (kind: ScanWords) in
      reader.isNear(kind, before: run.first, after: run.last, within: cueReach)
    }
    let before = max(0, run.first - 3)..<run.first
    if before.contains(where: { reader.isOne($0, of: .otherNumber) }) { return false }
    if near(.phoneCue) { return true }
    if before.contains(where: { reader.isOne($0, of: .plainNumber) }) { return false }
    if run.startsWithPlus || run.startsWithArea { return run.count >= 8 }
    return run.groups >= 3 && run.count >= 10 && run.count <= 13
  }

  /// How many further pieces spell digits after the first.
  private static func spelledRun(_ reader: PieceReader, _ first: Int) -> Int {
    var last = first
    guard reader.isOne(first, of: .digit) else { return 0 }
    while reader.isOne(last + 1, of: .digit) { last += 1 }
    return last - first
  }
}
