/// All phrases of a policy as a tree of words, frozen into flat tables.
struct PhraseTrie: Sendable {
  /// What a node's phrase means.
  struct End: Sendable, Equatable {
    /// Stands for every concept, of a mask.
    static let everything: Int32 = -1

    var concept: Int32
    var isMask: Bool
  }

  /// A place in the tree.
  struct Node: Sendable {
    /// Its phrases' ends, in `ends`.
    var firstEnd: Int32
    var lastEnd: Int32
    /// The node behind up to three words of any kind; -1 for none.
    var gap: Int32
    /// A bit for the words that go on from here, so that most others are refused without a look at the edges.
    var filter: UInt64

    func mayFollow(_ word: Int32) -> Bool { filter & Self.bit(word) != 0 }

    static func bit(_ word: Int32) -> UInt64 {
      1 << UInt64((UInt32(bitPattern: word) &* 0x9E37_79B1) >> 26)
    }
  }

  /// The node after a phrase's first word, by the word's number; -1 for none.
  private var roots: [Int32] = []
  private var edges = TrieEdges()
  private(set) var nodes: [Node] = []
  private(set) var ends: [End] = []

  init(_ builder: TrieBuilder, wordCount: Int) {
    let plan = TrieMerger.plan(builder)
    roots = Array(repeating: -1, count: wordCount)
    for old in plan.kept {
      let first = Int32(ends.count)
      ends += builder.ends[Int(old)]
      let gap = builder.gaps[Int(old)]
      nodes.append(
        Node(
          firstEnd: first, lastEnd: Int32(ends.count),
          gap: gap < 0 ? -1 : plan.numbers[Int(gap)], filter: 0))
    }
    builder.edges.forEach { old, word, child in
      guard plan.isKept(old) else { return }
      let node = plan.numbers[Int(old)]
      nodes[Int(node)].filter |= Node.bit(word)
      edges.insert(node, word, plan.numbers[Int(child)])
    }
    for word in 0..<wordCount { roots[word] = edges.child(0, Int32(word)) }
  }

  /// Takes the tree out of an image.
  init(_ image: inout ImageReader) throws(ImageFault) {
    roots = try image.values()
    edges = try TrieEdges(&image)
    nodes = try image.values()
    ends = try image.values()
  }

  /// Puts the tree into an image.
  func write(to image: inout ImageWriter) {
    image.put(roots)
    edges.write(to: &image)
    image.put(nodes)
    image.put(ends)
  }

  /// The node after a phrase's first word; -1 for none.
  func root(_ word: Int32) -> Int32 {
    word >= 0 && Int(word) < roots.count ? roots[Int(word)] : -1
  }

  /// The node that a word leads to from a node; -1 for none.
  func child(_ node: Int32, _ word: Int32) -> Int32 {
    guard word >= 0, nodes[Int(node)].mayFollow(word) else { return -1 }
    return edges.child(node, word)
  }
}

/// The edges of a tree of words: an open-addressed table.
struct TrieEdges: Sendable {
  private var keys = Array(repeating: UInt64.max, count: 64)
  private var children = Array(repeating: Int32(-1), count: 64)
  /// How many edges there are.
  private(set) var count = 0

  init() {}

  /// Takes the edges out of an image.
  init(_ image: inout ImageReader) throws(ImageFault) {
    keys = try image.values()
    children = try image.values()
    count = try image.value()
  }

  /// Puts the edges into an image.
  func write(to image: inout ImageWriter) {
    image.put(keys)
    image.put(children)
    image.put(value: count)
  }

  /// The node that a word leads to from a node; -1 for none.
  func child(_ node: Int32, _ word: Int32) -> Int32 {
    let key = Self.key(node, word)
    var slot = Self.slot(key, keys.count)
    while keys[slot] != .max {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return -1
  }

  /// Calls back with the node, the word and the child of every edge.
  func forEach(_ body: (_ node: Int32, _ word: Int32, _ child: Int32) -> Void) {
    for slot in keys.indices where keys[slot] != .max {
      body(
        Int32(bitPattern: UInt32(truncatingIfNeeded: keys[slot] >> 32)),
        Int32(bitPattern: UInt32(truncatingIfNeeded: keys[slot])), children[slot])
    }
  }

  /// Adds an edge that is not there yet.
  mutating func insert(_ node: Int32, _ word: Int32, _ child: Int32) {
    count += 1
    if count * 2 > keys.count { grow() }
    place(Self.key(node, word), child)
  }

  private mutating func grow() {
    let old = zip(keys, children).filter { $0.0 != .max }
    keys = Array(repeating: .max, count: keys.count * 2)
    children = Array(repeating: -1, count: keys.count)
    for (key, child) in old { place(key, child) }
  }

  private mutating func place(_ key: UInt64, _ child: Int32) {
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
}

/// Collects phrases into a tree.
struct TrieBuilder {
  private(set) var edges = TrieEdges()
  private(set) var gaps: [Int32] = [-1]
  private(set) var ends: [[PhraseTrie.End]] = [[]]

  /// Adds a plain phrase; one that does not begin and end with a word is ignored.
  mutating func add(_ steps: [PhraseReader.Step], _ end: PhraseTrie.End) { add([[steps]], end) }

  /// Adds every phrase that the choices of its parts make.
  mutating func add(_ parts: [[[PhraseReader.Step]]], _ end: PhraseTrie.End) {
    add(parts[...], from: 0, isOpen: true, end)
  }

  /// Goes on from a node; `isOpen` where the phrase so far could not end there.
  private mutating func add(
    _ parts: ArraySlice<[[PhraseReader.Step]]>, from node: Int32, isOpen: Bool,
    _ end: PhraseTrie.End
  ) {
    guard let choices = parts.first else {
      if !isOpen { mark(node, end) }
      return
    }
    for steps in choices {
      if node == 0, case .gap? = steps.first { continue }
      var next = node
      for step in steps { next = follow(next, step) }
      let isOpen = steps.last.map { $0 == .gap } ?? isOpen
      add(parts.dropFirst(), from: next, isOpen: isOpen, end)
    }
  }

  private mutating func mark(_ node: Int32, _ end: PhraseTrie.End) {
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
      let known = edges.child(node, word)
      if known >= 0 { return known }
      let next = makeNode()
      edges.insert(node, word, next)
      return next
    }
  }

  private mutating func makeNode() -> Int32 {
    gaps.append(-1)
    ends.append([])
    return Int32(gaps.count - 1)
  }
}
