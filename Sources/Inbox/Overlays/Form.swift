import AmendsPolicy
import Ledger
import Screen

/// A contact made elsewhere, as it is being entered.
struct Form: Sendable {
  struct Field: Sendable {
    var label: String
    var hint: String
    var prompt: Prompt
  }

  var customer: CustomerKey
  var order: String?
  var fields: [Field]
  var focused = 0
  var fault = ""

  /// Asks when, over which channel, and what was written.
  init(recording customer: CustomerKey, order: String?) {
    self.customer = customer
    self.order = order
    fields = [
      Field(label: "Who wrote", hint: "we or they", prompt: Prompt("we")),
      Field(
        label: "When", hint: "now, 2h ago, 14:30 or 2026-11-20 10:00", prompt: Prompt("now")),
      Field(label: "Channel", hint: "phone, seller central, …", prompt: Prompt("")),
      Field(label: "What", hint: "what was written, for the timeline", prompt: Prompt("")),
    ]
  }

  /// The record that the fields describe.
  ///
  /// - Throws: ``FormError`` with the field at fault.
  func record(at now: Instant, in zone: Zone) throws(FormError) -> ContactRecord {
    let kind: ContactEventKind
    switch fields[0].prompt.text.trimmingSpaces.lowercased() {
    case "we", "us", "shop": kind = .contacted
    case "they", "customer", "them": kind = .answered
    default: throw FormError(field: 0, reason: "say “we” or “they”")
    }
    guard let when = TypedTime.instant(fields[1].prompt.text, at: now, in: zone), when <= now
    else { throw FormError(field: 1, reason: "say now, 2h ago, 14:30 or 2026-11-20 10:00") }
    return ContactRecord(
      customer: customer, event: ContactEvent(kind, at: when, order: order),
      channel: fields[2].prompt.text.trimmingSpaces, note: fields[3].prompt.text.trimmingSpaces)
  }
}

/// What is wrong in which field of a form.
struct FormError: Error, Equatable {
  var field: Int
  var reason: String
}
