import Ledger

/// What waits to leave, and what became of it.
struct OutboxScreen: Equatable, Sendable {
  var rows: [OutboxRow] = []
  var selected: OutboxID?
  var height = 10
  var isLoaded = false

  var selectedIndex: Int? {
    guard let selected else { return nil }
    return rows.firstIndex { $0.item.id == selected }
  }

  var selectedRow: OutboxRow? { selectedIndex.map { rows[$0] } }

  mutating func take(_ rows: [OutboxRow]) {
    let oldIndex = selectedIndex ?? 0
    self.rows = rows
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
