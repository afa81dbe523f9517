import Ledger
import Testing

@Suite("Every state of the work on a review and every event")
struct ReviewStateTests {
  /// Rows are states, columns events; a dash is refused.
  private static let table = """
    state    replyQueued replyReturned replyLeft settled  closed reopened
    open     queued      -             answered  resolved closed -
    queued   -           open          answered  -        -      -
    answered queued      -             -         resolved closed open
    resolved queued      -             -         -        closed open
    closed   -           -             -         -        -      open
    """

  @Test("the table says it all", arguments: ReviewState.allCases)
  func transitions(_ state: ReviewState) throws {
    let row = try #require(StateTable(Self.table).rows[state.rawValue])
    for event in ReviewEvent.allCases {
      let expected = try #require(row["\(event)"])
      let error = TransitionError(state: state.rawValue, event: "\(event)")
      if expected == "-" {
        #expect(throws: error) { try state.after(event) }
      } else {
        #expect(try state.after(event).rawValue == expected)
      }
    }
  }
}
