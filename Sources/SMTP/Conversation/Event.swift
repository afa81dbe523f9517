/// What happens to a conversation.
public enum Event: Hashable, Sendable {
  /// The connection is there, with TLS where that comes first.
  case connected
  /// TLS, begun by ``Action/startTLS``, is there.
  case secured
  /// The server sent bytes.
  case received([UInt8])
  /// All bytes of ``Action/writeThrough(_:)`` are out of our hands.
  case flushed
  /// The connection could not be made, or is gone, with the reason.
  case lost(String)
  /// The time of a turn is over; nothing where that turn is.
  case expired(turn: Int)
  /// The permit is open and fresh: the dot may be written now, and only now.
  case permitGranted
  /// There will be no permit.
  case permitRefused
}

/// What a conversation wants to be done; in the order in which it is given.
public enum Action: Hashable, Sendable {
  /// Send bytes.
  case write([UInt8])
  /// Send bytes and say ``Event/flushed`` when they are on their way.
  case writeThrough([UInt8])
  /// Begin TLS and say ``Event/secured`` when it is there.
  case startTLS
  /// Ask for the permit: the server has all but the dot.
  case askForPermit
  /// Close the connection.
  case close
}
