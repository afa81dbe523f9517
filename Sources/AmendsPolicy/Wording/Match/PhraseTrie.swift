/// All phrases of a policy as a tree of words, frozen into flat tables.
struct PhraseTrie: Sendable {
  /// What a node's phrase means.
  struct End: Sendable {
    /// Stands for every concept, of a mask.
    static let everything: Int32 = -1

    var concept: Int32
    var isMask: Bool
  }

  /// The node after a phrase's first word, by the word's number; -1 for none.
  private var roots: [Int32] = []
  private var keys: [UInt64] = []
  private var children: [Int32] = []
  /// The node behind up to three words of any kind; -1 for none.
  private(set) var gaps: [Int32] = []
  /// Where each node's ends begin in `ends`; one more, where the last end.
  private var endOffsets: [Int32] = []
  private var ends: [End] = []

  init(_ builder: TrieBuilder, wordCount: Int) {
    roots = Array(repeating: -1, count: wordCount)
    gaps = builder.gaps
    for nodeEnds in builder.ends {
      endOffsets.append(Int32(ends.count))
      ends += nodeEnds
    }
    endOffsets.append(Int32(ends.count))
    var size = 64
    while size < builder.edges.count * 2 { size *= 2 }
    keys = Array(repeating: .max, count: size)
    children = Array(repeating: -1, count: size)
    for (edge, child) in builder.edges {
      if edge.node == 0 { roots[Int(edge.word)] = child } else { insert(edge, child) }
    }
  }

  private mutating func insert(_ edge: TrieBuilder.Edge, _ child: Int32) {
    let key = Self.key(edge.node, edge.word)
    var slot = Self.slot(key, keys.count)
    while keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    children[slot] = child
  }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  private static func slot(_ key: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
  }

  /// Where a node's ends are, for `end`.
  func endRange(_ node: Int32) -> Range<Int32> {
    endOffsets[Int(node)]..<endOffsets[Int(node) + 1]
  }

  /// What a phrase that ends here means.
  func end(_ index: Int32) -> End { ends[Int(index)] }

  /// The node after a phrase's first word; -1 for none.
  func root(_ word: Int32) -> Int32 {
    word >= 0 && Int(word) < roots.count ? roots[Int(word)] : -1
  }

  /// The node that a word leads to from a node; -1 for none.
  func child(_ node: Int32, _ word: Int32) -> Int32 {
    guard word >= 0 else { return -1 }
    let key = Self.key(node, word)
    var slot = Self.slot(key, keys.count)
    while keys[slot] != .max {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return -1
  }
}

/// Collects phrases into a tree.
struct TrieBuilder {
  struct Edge: Hashable {
    var node: Int32
    var word: Int32
  }

  private(set) var edges: [Edge: Int32] = [:]
  private(set) var gaps: [Int32] = [-1]
  private(set) var ends: [[PhraseTrie.End]] = [[]]

  /// Adds a phrase; one that does not begin with a word is ignored.
  mutating func add(_ steps: [PhraseReader.Step], _ end: PhraseTrie.End) {
    guard case .word = steps.first, case .word = steps.last else { return }
    var node: Int32 = 0
    for step in steps { node = follow(node, step) }
    if !ends[Int(node)].contains(where: { $0.concept == end.concept && $0.isMask == end.isMask }) {
      ends[Int(node)].append(end)
    }
  }

  private mutating func follow(_ node: Int32, _ step: PhraseReader.Step) -> Int32 {
    switch step {
    case .gap:
      if gaps[Int(node)] < 0 { gaps[Int(node)] = makeNode() }
      return gaps[Int(node)]
    case .word(let word):
      let edge = Edge(node: node, word: word)
      if let next = edges[edge] { return next }
      let next = makeNode()
      edges[edge] = next
      return next
    }
  }

  private mutating func makeNode() -> Int32 {
    gaps.append(-1)
    ends.append([])
    return Int32(gaps.count - 1)
  }
}
