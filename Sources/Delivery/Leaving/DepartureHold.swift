public import AmendsPolicy
public import Ledger

/// Why an item did not leave, and waits now for a person or for its time.
public enum DepartureHold: Error, Hashable, Sendable {
  /// Rules block the text, by their ids.
  case blocked([String])
  /// Rules warn of the text that nobody accepted when it was queued, by their ids.
  case warned([String])
  /// The desk refused the permit.
  case obstacle(Obstacle)
  /// There is no relay address to send to.
  case noAddress
  /// The address is none that may be written to.
  case address(AddressFault)
  /// The subject cannot be written.
  case header(HeaderFault)
  /// The carrier did not take it, or did not let it go.
  case carrier(CarrierFault)

  /// The instant from which it may leave by itself; `nil` where a person has to look first.
  public var clearsAt: Instant? {
    if case .obstacle(let obstacle) = self { obstacle.clearsAt } else { nil }
  }

  /// The reason in plain words, as the outbox shows it.
  public var inWords: String {
    switch self {
    case .blocked(let rules): "blocked by \(rules.joined(separator: ", "))"
    case .warned(let rules): "warning not accepted yet: \(rules.joined(separator: ", "))"
    case .obstacle(let obstacle): obstacle.inWords
    case .noAddress: "no relay address is known: hand it over by hand"
    case .address(let fault): "its address \(fault.inWords)"
    case .header(let fault): "its order number \(fault.inWords)"
    case .carrier(let fault): fault.inWords
    }
  }
}
