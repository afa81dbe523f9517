/// What a person should hear of while they look elsewhere: figures alone, nothing from outside.
public struct Notice: Hashable, Sendable {
  /// Customers who have waited longer for an answer than they should.
  public var overdue = 0
  /// Replies that do not leave until somebody lets them.
  public var held = 0
  /// Replies of which nobody knows whether they were sent.
  public var uncertain = 0

  /// One line.
  public var words: String {
    [
      (overdue, "answer overdue", "answers overdue"), (held, "reply held", "replies held"),
      (uncertain, "reply uncertain", "replies uncertain"),
    ].filter { $0.0 > 0 }.map { Words.count($0.0, $0.1, $0.2) }.joined(separator: ", ")
  }
}
