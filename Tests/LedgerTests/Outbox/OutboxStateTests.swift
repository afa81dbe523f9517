import Ledger
import Testing

@Suite("Every state of an outbox item and every event")
struct OutboxStateTests {
  /// Rows are states, columns events; a dash is refused.
  private static let table = """
    state       claimed released   committed accepted undone refused lost      obstructed paused resumed recalled resolvedSent resolvedUnsent
    queued      sending -          -         -        -      -       -         held       held   -       recalled -            -
    held        -       -          -         -        -      -       -         -          -      queued  recalled -            -
    sending     -       queued     committing -       -      failed  -         held       -      -       -        -            -
    committing  -       -          -         sent     queued failed  uncertain held       -      -       -        -            -
    uncertain   -       -          -         -        -      -       -         -          -      -       -        sent         held
    sent        -       -          -         -        -      -       -         -          -      -       -        -            -
    failed      -       -          -         -        -      -       -         -          -      -       -        -            -
    recalled    -       -          -         -        -      -       -         -          -      -       -        -            -
    """

  @Test("the table says it all", arguments: OutboxState.allCases)
  func transitions(_ state: OutboxState) throws {
    let row = try #require(StateTable(Self.table).rows[state.rawValue])
    for event in OutboxEvent.allCases {
      let expected = try #require(row["\(event)"])
      let error = TransitionError(state: state.rawValue, event: "\(event)")
      if expected == "-" {
        #expect(throws: error) { try state.after(event) }
      } else {
        #expect(try state.after(event).rawValue == expected)
      }
    }
  }

  @Test("an item that stands between shop and customer is live")
  func live() {
    let ended = OutboxState.allCases.filter { !$0.isLive }
    #expect(ended == [.sent, .failed, .recalled])
    for state in ended {
      for event in OutboxEvent.allCases {
        #expect(throws: TransitionError.self) { try state.after(event) }
      }
    }
  }

  @Test("nothing is sent without a permit, and no open permit goes back unseen")
  func permit() {
    for state in OutboxState.allCases {
      for event in OutboxEvent.allCases {
        guard let next = try? state.after(event) else { continue }
        if next == .sent { #expect([.committing, .uncertain].contains(state)) }
        if next == .committing { #expect(state == .sending) }
        if state == .uncertain { #expect([.sent, .held].contains(next)) }
      }
    }
  }

  @Test("a refused event says what and where")
  func words() {
    let error = TransitionError(state: "sent", event: "recalled")
    #expect(error.description == "recalled cannot happen while sent")
  }
}

/// A table of states and events, read from aligned text.
struct StateTable {
  var rows: [String: [String: String]] = [:]

  init(_ text: String) {
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    guard let header = lines.first else { return }
    for line in lines.dropFirst() where line.count == header.count {
      rows[line[0]] = Dictionary(zip(header, line).dropFirst()) { first, _ in first }
    }
  }
}
