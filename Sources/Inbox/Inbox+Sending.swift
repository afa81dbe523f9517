import AmendsPolicy
import Ledger
import Screen

/// What keeps the desk from writing, as the screen tells it.
struct DiskTrouble: Equatable, Sendable {
  var trouble: StorageTrouble
  /// The file that the newest drafts were written to instead; `nil` where there is none.
  var copy: String?
}

extension Inbox {
  /// What keeps messages from leaving at all, for the line at the foot; `nil` where nothing does.
  var notice: String? {
    if let trouble { return trouble.words }
    guard let freezes = counts?.freezes, let first = freezes.first else { return nil }
    let more = freezes.count > 1 ? " (and \(freezes.count - 1) more)" : ""
    return "\(first.inWords)\(more) · :\(Command.allowSending.rawValue)"
  }

  /// The terminal without the lines that the tour and the notice take.
  func room(in size: Size) -> Size {
    let ofNotice = notice != nil && size.rows >= Self.fewestRows ? 1 : 0
    return Size(rows: size.rows - tourRows(in: size) - ofNotice, columns: size.columns)
  }

  /// Below so many rows there is no room for a notice.
  private static let fewestRows = 5

  func reasonAgainstSending(_ command: Command) -> String? {
    let freezes = counts?.freezes ?? []
    switch command {
    case .allowSending where freezes.isEmpty: return "sending is not frozen"
    case .allowSending where freezes.contains(where: \.needsHorizon):
      return "say until when messages may have left: amends sending allow --nothing-sent-after TIME"
    case .stopSending where freezes.contains { $0.kind == .stopped }: return "sending is stopped"
    default: return nil
    }
  }

  mutating func workOnSending(_ command: Command) -> [Effect] {
    push(.prompt(PromptLayer(command == .allowSending ? .allowSending : .stopSending)))
  }

  mutating func accept(
    _ reason: TypedReason?,
    in layer: PromptLayer,
    _ effect: (TypedReason) -> Effect
  ) -> [Effect] {
    guard let reason else { return fault(TypedReason.rule, in: layer) }
    return leave(with: [effect(reason)])
  }

  /// What waits for a time server is looked at once a minute.
  func nextLook(after now: Instant) -> Instant? {
    counts?.freezes.contains(where: \.endsByItself) == true ? now + .minutes(1) : nil
  }

  mutating func noteTrouble(
    _ trouble: StorageTrouble,
    copy: String?,
    at now: Instant
  ) -> [Effect] {
    let isNews = self.trouble?.trouble != trouble
    self.trouble = DiskTrouble(trouble: trouble, copy: copy)
    return isNews ? [.bell] : []
  }
}

extension DiskTrouble {
  fileprivate var words: String {
    let kept = copy.map { "in memory and in \($0)" } ?? "in memory"
    return switch trouble {
    case .full: "Disk full: writing goes on \(kept), sending is stopped"
    case .busy: "Another Amends keeps the desk busy: writing goes on \(kept), sending waits"
    case .failed:
      "The disk failed: writing goes on \(kept), sending is stopped; leave and start Amends again"
    }
  }
}
