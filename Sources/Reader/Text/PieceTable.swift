/// The pieces of a model, sorted by their bytes: a text is looked up by narrowing a range of them byte by byte.
struct PieceTable {
  /// What stands for the space before a word.
  static let mark: [UInt8] = [0xE2, 0x96, 0x81]

  /// What a character costs that no piece holds.
  let unknownScore: Double

  private let offsets: UnsafeBufferPointer<UInt32>
  private let scores: UnsafeBufferPointer<Float>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let count: Int
  // The first steps, which would take longest.
  private var byFirst: [Range<Int>] = []
  private var marked = 0..<0
  private var byFirstMarked: [Range<Int>] = []

  init(_ model: ReaderModel) {
    offsets = model.values(.pieceOffsets)
    scores = model.values(.pieceScores)
    bytes = model.values(.pieceBytes)
    count = model.shape.pieces
    var lowest: Float = 0
    for score in scores.dropFirst(ModelShape.special) where score < lowest { lowest = score }
    unknownScore = Double(lowest) - 10
    let all = ModelShape.special..<count
    byFirst = (0...UInt8.max).map { searched(all, depth: 0, byte: $0) }
    marked = byFirst[Int(Self.mark[0])]
    for depth in 1..<Self.mark.count {
      marked = searched(marked, depth: depth, byte: Self.mark[depth])
    }
    byFirstMarked = (0...UInt8.max).map { searched(marked, depth: Self.mark.count, byte: $0) }
  }

  /// The pieces that start with the mark.
  var wordStarts: Range<Int> { marked }

  func score(_ piece: Int) -> Double { Double(scores[piece]) }

  /// The pieces that start with a byte.
  func starting(with byte: UInt8) -> Range<Int> { byFirst[Int(byte)] }

  /// Those of a range, which share their first `depth` bytes, that have a byte next.
  func narrowed(_ range: Range<Int>, depth: Int, byte: UInt8) -> Range<Int> {
    if depth == Self.mark.count, range == marked { return byFirstMarked[Int(byte)] }
    return searched(range, depth: depth, byte: byte)
  }

  /// The piece of a range, sharing `depth` bytes, that has no more of them.
  func whole(_ range: Range<Int>, depth: Int) -> Int? {
    guard let first = range.first, self.byte(first, at: depth) < 0 else { return nil }
    return first
  }

  private func searched(_ range: Range<Int>, depth: Int, byte: UInt8) -> Range<Int> {
    let wanted = Int(byte)
    let start = place(in: range) { self.byte($0, at: depth) >= wanted }
    guard start < range.upperBound, self.byte(start, at: depth) == wanted else {
      return start..<start
    }
    return start..<place(in: (start + 1)..<range.upperBound) { self.byte($0, at: depth) > wanted }
  }

  private func place(in range: Range<Int>, _ holds: (Int) -> Bool) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// A byte of a piece; -1 behind its end.
  ///
  /// The file may be damaged, so nothing it says is trusted.
  private func byte(_ piece: Int, at depth: Int) -> Int {
    let place = Int(offsets[piece]) + depth
    return place < min(Int(offsets[piece + 1]), bytes.count) ? Int(bytes[place]) : -1
  }
}
