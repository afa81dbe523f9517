public import Ledger

/// What the outbox holds, and who lets it leave.
public struct OutboxContents: Sendable {
  /// What waits, the next first; then what has ended today, the newest first.
  public var rows: [OutboxRow]
  /// Who sends at this moment; `nil` where nobody does.
  public var sender: LiveSender?

  /// The contents of an outbox.
  public init(rows: [OutboxRow], sender: LiveSender?) {
    self.rows = rows
    self.sender = sender
  }
}
