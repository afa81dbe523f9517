/// A place where a concept stands, with the runs of words behind it.
struct ReferenceMention: Equatable {
  var first: Int
  var last: Int
  /// The plain phrases that it is made of.
  var leaves: [ClosedRange<Int>]
  var isConstruction: Bool

  func isApart(from other: ReferenceMention) -> Bool {
    first > other.last || last < other.first
  }
}
