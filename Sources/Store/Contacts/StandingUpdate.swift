import AmendsPolicy
import GRDB
import Ledger

/// What the facts that a transaction brings about one person are, each once, and do to their standing.
struct StandingUpdate {
  let customer: Int64
  /// The facts that were not known, in the order in which they came.
  let added: [NewFact]
  private let before: StandingKeeper.Kept
  private let after: StandingKeeper.Kept

  /// Compares facts with what is known; they have to be written before ``finish(_:now:_:)``.
  ///
  /// Facts that are all newer than what is known fold in without a look at the others.
  init(_ customer: Int64, _ facts: [NewFact], _ db: Database) throws {
    self.customer = customer
    before = try StandingKeeper.stored(customer, db)
    if before.isOlder(than: facts.map(\.event)) {
      added = Self.once(facts)
      after = before.folding(added.map(\.event))
    } else {
      let history = try Facts.history(of: customer, db)
      let moments = Set(history.map { $0.moment })
      added = try Self.once(facts).filter {
        try !moments.contains($0.event.moment) || Facts.number(of: $0, db) == nil
      }
      after = StandingKeeper.Kept(history + added.map(\.event))
    }
  }

  /// Each fact once.
  private static func once(_ facts: [NewFact]) -> [NewFact] {
    guard facts.count > 1 else { return facts }
    var seen: Set<ExactFact> = []
    return facts.filter { seen.insert(ExactFact($0)).inserted }
  }

  /// Keeps the standing, and holds or reopens what the news demand.
  func finish(_ work: WaitingWork, now: Instant, _ db: Database) throws {
    guard !added.isEmpty else { return }
    try StandingKeeper.keep(after, of: customer, db)
    let news = News(
      customer: customer, events: added.map(\.event), before: before.standing,
      after: after.standing)
    try news.react(work, now: now, db)
  }
}

/// A fact as the database tells it from others: byte for byte, while Swift calls texts equal that are
/// composed otherwise.
private struct ExactFact: Hashable {
  var kind: ContactEventKind
  var at: Instant
  var texts: [[UInt8]?]

  init(_ fact: NewFact) {
    (kind, at) = (fact.event.kind, fact.event.at)
    texts = [
      fact.event.order.map { Array($0.utf8) }, Array(fact.channel.utf8), Array(fact.note.utf8),
    ]
  }
}

extension ContactEvent {
  /// Kind and instant alone: facts that differ in these are different ones.
  fileprivate var moment: ContactEvent { ContactEvent(kind, at: at) }
}
