import Ledger
import Screen

@testable import Inbox

extension Driver {
  /// What a command came to, in short: the names of the effects, and what lies on top afterwards.
  mutating func outcome(of keys: String) -> String {
    let names = press(keys).map { String("\($0)".prefix { $0 != "(" }) }
    return (names + ["→", top]).joined(separator: " ")
  }

  /// What lies on top.
  var top: String {
    switch inbox.layers.last {
    case nil: "list"
    case .customer: "customer"
    case .composer: "composer"
    case .outbox: "outbox"
    case .sheet: "report"
    case .why: "why"
    case .help: "help"
    case .palette: "palette"
    case .themes: "themes"
    case .views: "views"
    case .prompt: "prompt"
    case .choice: "choice"
    case .form: "form"
    case .handOver: "hand-over"
    }
  }

  /// The number of the selected review.
  var selected: Int64? { inbox.list.selected?.number }

  /// A command's first key in a context, in the notation of `KeyScript`.
  func key(_ command: Command, in context: CommandContext) -> String? {
    inbox.settings.keymap.keys(for: command, in: context).first.map { "<\($0)>" }
  }

  /// The newest drafts that were to be saved, in order.
  var savedDrafts: [Draft] {
    effects.compactMap { if case .saveDraft(let draft) = $0 { draft } else { nil } }
  }

  /// The replies that were to be queued.
  var queued: [OutboxItem] {
    effects.compactMap { if case .enqueue(let item) = $0 { item } else { nil } }
  }
}
