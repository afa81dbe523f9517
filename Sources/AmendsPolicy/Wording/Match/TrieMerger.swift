/// Finds the nodes of a tree of words from which everything goes on alike, so that one of them will do.
///
/// Phrases with choices repeat their ends under every choice of their beginnings; merged, they take a tenth of the room.
struct TrieMerger {
  /// Which nodes stay, and what all are called from then on.
  struct Plan {
    /// The old numbers of those that stay, in order.
    var kept: [Int32] = []
    /// The new number of each old node, that of its twin where it does not stay.
    var numbers: [Int32]

    func isKept(_ old: Int32) -> Bool { kept[Int(numbers[Int(old)])] == old }
  }

  private let builder: TrieBuilder
  /// Where each node's edges begin in `words` and `children`; one more, where the last end.
  private var starts: [Int32]
  private var words: [Int32]
  private var children: [Int32]
  /// The node that stands for each node.
  private var twins: [Int32]

  private init(_ builder: TrieBuilder) {
    self.builder = builder
    let count = builder.gaps.count
    starts = Array(repeating: 0, count: count + 1)
    twins = Array(repeating: -1, count: count)
    words = Array(repeating: 0, count: builder.edges.count)
    children = words
  }

  /// The plan for a finished tree.
  static func plan(_ builder: TrieBuilder) -> Plan {
    var merger = TrieMerger(builder)
    merger.sortEdges()
    merger.findTwins()
    return merger.numbered()
  }

  // MARK: Edges by node

  private mutating func sortEdges() {
    var counts = starts
    builder.edges.forEach { node, _, _ in counts[Int(node) + 1] += 1 }
    for node in 1..<counts.count { counts[node] += counts[node - 1] }
    starts = counts
    var (words, children) = (words, children)
    builder.edges.forEach { node, word, child in
      let at = Int(counts[Int(node)])
      words[at] = word
      children[at] = child
      counts[Int(node)] += 1
    }
    (self.words, self.children) = (words, children)
    for node in 0..<twins.count { sort(Int(starts[node]), Int(starts[node + 1])) }
  }

  /// Sorts a node's edges by word: there are few of them mostly.
  private mutating func sort(_ from: Int, _ to: Int) {
    guard to - from > 1 else { return }
    let order = (from..<to).sorted { words[$0] < words[$1] }
    let sorted = order.map { (words[$0], children[$0]) }
    for (offset, edge) in sorted.enumerated() {
      words[from + offset] = edge.0
      children[from + offset] = edge.1
    }
  }

  // MARK: Twins

  /// Children have higher numbers than their parents, so going down all children have their twins already.
  private mutating func findTwins() {
    var size = 64
    while size < twins.count * 2 { size *= 2 }
    var slots = Array(repeating: Int32(-1), count: size)
    for node in stride(from: twins.count - 1, through: 0, by: -1) {
      var slot = Int(truncatingIfNeeded: hash(node)) & (size - 1)
      while slots[slot] >= 0, !isAlike(node, Int(slots[slot])) { slot = (slot + 1) & (size - 1) }
      if slots[slot] < 0 { slots[slot] = Int32(node) }
      twins[node] = slots[slot]
    }
  }

  private func gap(_ node: Int) -> Int32 {
    let gap = builder.gaps[node]
    return gap < 0 ? -1 : twins[Int(gap)]
  }

  private func hash(_ node: Int) -> UInt64 {
    var hash = Self.mixed(0, gap(node))
    for end in builder.ends[node] {
      hash = Self.mixed(hash, end.isMask ? ~end.concept : end.concept)
    }
    for edge in Int(starts[node])..<Int(starts[node + 1]) {
      hash = Self.mixed(Self.mixed(hash, words[edge]), twins[Int(children[edge])])
    }
    return hash ^ (hash >> 32)
  }

  private static func mixed(_ hash: UInt64, _ value: Int32) -> UInt64 {
    let mixed = (hash ^ UInt64(UInt32(bitPattern: value))) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 29)
  }

  private func isAlike(_ one: Int, _ other: Int) -> Bool {
    let (from, to) = (Int(starts[one]), Int(starts[one + 1]))
    let (start, end) = (Int(starts[other]), Int(starts[other + 1]))
    guard to - from == end - start, gap(one) == gap(other),
      builder.ends[one] == builder.ends[other]
    else { return false }
    for offset in 0..<(to - from) {
      guard words[from + offset] == words[start + offset],
        twins[Int(children[from + offset])] == twins[Int(children[start + offset])]
      else { return false }
    }
    return true
  }

  // MARK: Numbers

  private func numbered() -> Plan {
    var plan = Plan(numbers: Array(repeating: -1, count: twins.count))
    for node in twins.indices where twins[node] == Int32(node) {
      plan.numbers[node] = Int32(plan.kept.count)
      plan.kept.append(Int32(node))
    }
    for node in twins.indices { plan.numbers[node] = plan.numbers[Int(twins[node])] }
    return plan
  }
}
