import Delivery

/// The carrier of the torture: the one place to exchange it.
package enum PostOffice {
  package typealias Post = SinkCarrier

  /// The carrier to a mail server on this machine.
  package static func carrier(port: UInt16, fate: Fate) -> Post {
    SinkCarrier(port: port, fate: fate)
  }
}
