import AmendsPolicy
import Ledger

/// What waits to leave, and what became of it today.
struct OutboxScreen: Equatable, Sendable {
  /// From when on what has ended is shown.
  let since: Instant
  var rows: [OutboxRow] = []
  /// Who sends; `nil` where nobody does.
  var sender: LiveSender?
  var selected: OutboxID?
  var height = 10
  var isLoaded = false

  init(since: Instant) { self.since = since }

  /// How many replies have not ended.
  var liveCount: Int { rows.count { $0.item.state.isLive } }

  var selectedIndex: Int? {
    guard let selected else { return nil }
    return rows.firstIndex { $0.item.id == selected }
  }

  var selectedRow: OutboxRow? { selectedIndex.map { rows[$0] } }

  mutating func take(_ contents: OutboxContents) {
    let oldIndex = selectedIndex ?? 0
    rows = contents.rows
    sender = contents.sender
    isLoaded = true
    if selectedIndex == nil {
      selected = rows.isEmpty ? nil : rows[min(oldIndex, rows.count - 1)].item.id
    }
  }

  mutating func step(_ steps: Int) {
    guard !rows.isEmpty else { return }
    let index = min(max((selectedIndex ?? 0) + steps, 0), rows.count - 1)
    selected = rows[index].item.id
  }
}

/// A reply that the person is sending by hand at this moment; its permit is open.
struct HandOver: Equatable, Sendable {
  var item: OutboxItem
}
