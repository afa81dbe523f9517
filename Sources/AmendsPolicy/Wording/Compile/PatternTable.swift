/// All patterns of a language in flat tables: heads are plain values that refer to runs of shared lists.
struct PatternTable: Sendable {
  /// A run of a shared list.
  struct Run: Sendable {
    var start: Int32
    var end: Int32

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// A pattern.
  struct Head: Sendable {
    /// Its slots, in `slots`.
    var slots: Run
    /// What earlier messages must hold, in `slots`.
    var earlier: Run
    /// Its guards, in `guards`.
    var guards: Run
    var gap: Int
    var scope: Pattern.Scope
    var when: CaseMask
    var isOrdered: Bool
    var opensClause: Bool
  }

  /// A guard.
  struct Excuse: Sendable {
    /// The concepts, in `concepts`.
    var concepts: Run
    /// The concepts that end its reach, in `concepts`.
    var stops: Run
    var place: Guard.Place
    var within: Int
    /// The slot that is the anchor; -1 for the whole match.
    var slot: Int
    var when: CaseMask
    /// Its name, in `names`.
    var name: Int32
    /// Whether it excuses nothing, to show what it is for.
    var isOff = false
  }

  private(set) var heads: [Head] = []
  private(set) var guards: [Excuse] = []
  /// The choices of each slot, in `concepts`.
  private(set) var slots: [Run] = []
  private(set) var concepts: [Int32] = []
  private(set) var names: [String] = []

  /// Takes in a pattern, and gives its number.
  mutating func add(_ pattern: Pattern, _ read: PatternConcepts) -> Int {
    let slots = addSlots(read.slots)
    let earlier = addSlots(read.earlier)
    let from = guards.count
    for (excuse, ids) in zip(pattern.guards, read.guards) { add(excuse, ids) }
    heads.append(
      Head(
        slots: slots, earlier: earlier, guards: Self.run(from, guards.count),
        gap: pattern.gap ?? .max, scope: pattern.scope, when: CaseMask(pattern.when),
        isOrdered: pattern.isOrdered, opensClause: pattern.opensClause))
    return heads.count - 1
  }

  private mutating func add(_ excuse: Guard, _ ids: PatternConcepts.Excuse) {
    guards.append(
      Excuse(
        concepts: addConcepts(ids.concepts), stops: addConcepts(ids.stops), place: excuse.place,
        within: excuse.within ?? .max, slot: excuse.slot ?? -1, when: CaseMask(excuse.when),
        name: Int32(names.count)))
    names.append(excuse.id)
  }

  private mutating func addSlots(_ choices: [[Int32]]) -> Run {
    let from = slots.count
    for choice in choices { slots.append(addConcepts(choice)) }
    return Self.run(from, slots.count)
  }

  private mutating func addConcepts(_ ids: [Int32]) -> Run {
    let from = concepts.count
    concepts += ids
    return Self.run(from, concepts.count)
  }

  private static func run(_ start: Int, _ end: Int) -> Run {
    Run(start: Int32(start), end: Int32(end))
  }

  /// Takes the tables out of an image.
  init(_ image: inout ImageReader) throws(ImageFault) {
    heads = try image.values()
    guards = try image.values()
    slots = try image.values()
    concepts = try image.values()
    names = try image.strings()
  }

  /// An empty table.
  init() {}

  /// Puts the tables into an image.
  func write(to image: inout ImageWriter) {
    image.put(heads)
    image.put(guards)
    image.put(slots)
    image.put(concepts)
    image.put(names)
  }

  /// Makes the guards of a name excuse nothing.
  mutating func switchOff(guard id: String) {
    for index in guards.indices where names[Int(guards[index].name)] == id {
      guards[index].isOff = true
    }
  }
}

/// The concepts of a pattern by number.
struct PatternConcepts {
  /// The concepts of a guard.
  struct Excuse {
    var concepts: [Int32]
    var stops: [Int32]
  }

  var slots: [[Int32]]
  var earlier: [[Int32]]
  var guards: [Excuse]
}
