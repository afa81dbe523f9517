/// Finds the pieces of a word whose scores have the greatest sum.
struct Lattice {
  private struct Node {
    var score: Double
    var start: Int
    var piece: Int32
  }

  private let pieces: PieceTable
  private let unknown: Int32
  private var nodes: [Node] = []

  init(pieces: PieceTable, unknown: Int32) {
    self.pieces = pieces
    self.unknown = unknown
  }

  /// Appends the pieces of a word; `startsWord` is false where it goes on with one that was cut.
  mutating func solve(_ word: borrowing Word, startsWord: Bool, into tokens: inout [Token]) {
    guard !word.isEmpty else { return }
    reset(word.count)
    for start in 0..<word.count { extend(word, start, isMarked: startsWord && start == 0) }
    let first = tokens.count
    var end = word.count
    while end > 0 {
      let node = nodes[end]
      let range = word.sources[node.start].lowerBound..<word.sources[end - 1].upperBound
      tokens.append(
        Token(id: node.piece, range: range, startsWord: startsWord && node.start == 0))
      end = node.start
    }
    tokens[first...].reverse()
  }

  /// Every end can be reached by unknown characters, even where a damaged file's scores are no numbers.
  private mutating func reset(_ count: Int) {
    nodes.removeAll(keepingCapacity: true)
    for end in 0...count {
      nodes.append(Node(score: -.infinity, start: max(0, end - 1), piece: unknown))
    }
    nodes[0].score = 0
  }

  private mutating func extend(_ word: borrowing Word, _ start: Int, isMarked: Bool) {
    let score = nodes[start].score
    let first = word.starts[start]
    var end = start + 1
    var found =
      isMarked ? pieces.wordStarts : pieces.starting(with: word.bytes[first])
    var at = isMarked ? word.starts[end] : first + 1
    while !found.isEmpty {
      while at < word.starts[end], !found.isEmpty {
        found = pieces.narrowed(found, depth: at - first, byte: word.bytes[at])
        at += 1
      }
      if let piece = pieces.whole(found, depth: at - first) {
        improve(end, score + pieces.score(piece), start, Int32(piece))
      }
      guard end < word.count else { break }
      end += 1
    }
    improve(start + 1, score + pieces.unknownScore, start, unknown)
  }

  private mutating func improve(_ end: Int, _ score: Double, _ start: Int, _ piece: Int32) {
    if score > nodes[end].score { nodes[end] = Node(score: score, start: start, piece: piece) }
  }
}
