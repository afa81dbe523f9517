import Store

/// A desk that is open, with all that its inbox stands on.
struct OpenedDesk: Sendable {
  let workplace: Workplace
  let store: DeskStore
}
