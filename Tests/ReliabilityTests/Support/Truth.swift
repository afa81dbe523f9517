import Ledger
import Testing

extension Inventory {
  /// Holds what the desk says of each message against what the mail server has accepted.
  ///
  /// Nothing that was accepted may leave once more, nothing that counts as sent may be missing there, and
  /// what nobody knows keeps its permit open.
  func expectTruth(_ accepted: [MailServer.Accepted]) {
    let arrived = Set(accepted.map(\.id))
    for (id, state) in items {
      let open = permits[id, default: []].filter { $0 == "open" }.count
      #expect(open == (state == .uncertain ? 1 : 0), "\(id) is \(state), seed \(Profile.seed)")
      switch state {
      case .sent: #expect(arrived.contains(id), "\(id) never left, seed \(Profile.seed)")
      case .uncertain: break
      case .queued, .held, .failed, .recalled:
        #expect(!arrived.contains(id), "\(id) is \(state), seed \(Profile.seed)")
      case .sending, .committing: Issue.record("\(id) is \(state), and nobody has it")
      }
    }
  }
}
