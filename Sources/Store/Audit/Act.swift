import AmendsPolicy
import Ledger

/// One write of somebody: when, by whom, and under which identity of the client's making.
struct Act {
  let at: Instant
  /// The name of whoever does it; that of whom the desk was opened for where nobody else is named.
  var by: String?
  var id: WriteID?

  init(at instant: Instant, by actor: String? = nil, as id: WriteID? = nil) {
    at = instant
    by = actor
    self.id = id
  }
}
