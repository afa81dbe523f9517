import AmendsPolicy
import Ledger
import Screen

/// A question with a few answers, each given by one key; escape gives none.
struct Choice: Sendable {
  struct Option: Sendable {
    var key: KeyPress
    var words: String
    var outcome: Outcome
    /// Why the answer cannot be given; `nil` where it can.
    var obstacle: String?
    /// A line below it; empty for none.
    var note = ""
  }

  /// What an answer leads to.
  enum Outcome: Hashable, Sendable {
    /// One cause for all reviews that are worked on; `nil` takes the judgement back.
    case cause(Cause?)
    /// A cause for each of some reviews.
    case causes([ReviewID: Cause?])
    /// Until when reviews are snoozed; `nil` wakes them.
    case snooze(Snooze?, [ReviewID])
    /// Asks until when reviews are to be snoozed.
    case askForSnooze([ReviewID])
    case effects([Effect])
    case enqueue(OutboxItem)
    case discard(DraftID)
    /// A way to react to a review.
    case route(ContactRoute)
    /// Leaves the composer that the question lies over.
    case leaveComposer
    case quit
    case nothing
  }

  var title: String
  /// Lines that explain what the answers mean.
  var lines: [String] = []
  var options: [Option]
  /// What enter does; nothing where it is no answer.
  var enter = Outcome.nothing
  /// What escape does.
  var escape = Outcome.nothing

  /// The answer that a key gives.
  func option(for key: KeyPress) -> Option? { options.first { $0.key == key } }
}

extension Choice.Option {
  init(_ key: Character, _ words: String, _ outcome: Choice.Outcome) {
    self.init(key: KeyPress(key), words: words, outcome: outcome)
  }
}

extension Choice {
  /// The causes, each on the key of a letter of its name.
  static let causes: [(Character, Cause)] = [
    ("d", .damaged), ("l", .late), ("w", .wrongItem), ("n", .notAsDescribed), ("f", .defect),
    ("m", .missingParts), ("q", .quality), ("s", .service), ("p", .price), ("u", .misuse),
    ("x", .fabricated), ("?", .unknown),
  ]

  /// Asks for the cause of one or several reviews.
  static func cause(of count: Int) -> Choice {
    var options = causes.map { Option($0.0, $0.1.words, .cause($0.1)) }
    options.append(Option("-", "not judged", .cause(nil)))
    return Choice(
      title: count == 1 ? "Why is this review bad?" : "Why are these \(count) reviews bad?",
      options: options)
  }
}
