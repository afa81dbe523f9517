import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  /// In the composer a key is a command where the key map says so, and text or editing otherwise.
  mutating func press(_ key: KeyPress, in composer: Composer, at now: Instant) -> [Effect] {
    if let command = settings.keymap.command(for: key, in: .composer) {
      return give(command, at: now)
    }
    guard composer.isLoaded else {
      _ = editComposer { $0.typedAhead.append(key) }
      return []
    }
    return edit(with: key, at: now)
  }

  /// Types what was pressed before the draft had been read.
  mutating func typeAhead(at now: Instant) -> [Effect] {
    let keys = editComposer { composer in
      defer { composer.typedAhead = [] }
      return composer.typedAhead
    }
    return (keys ?? []).flatMap { edit(with: $0, at: now) }
  }

  private mutating func edit(with key: KeyPress, at now: Instant) -> [Effect] {
    let settings = settings
    let effect = editComposer { composer -> Effect? in
      let clipboard = composer.area.clipboard
      let outcome = composer.area.press(key)
      if outcome == .changed { return .saveDraft(composer.textChanged(settings, at: now)) }
      let copied = composer.area.clipboard
      return copied != clipboard ? .copy(copied, what: "the selection") : nil
    }
    return ((effect ?? nil).map { [$0] } ?? []) + readAlong(at: now)
  }
}
