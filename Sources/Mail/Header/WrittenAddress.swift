/// An address as a header writes it; nothing says that it is true, or that mail can be sent there.
public struct WrittenAddress: Hashable, Sendable {
  /// The name beside it, decoded; empty for none.
  public var name: String
  /// What stands before the `@`, as it is written.
  public var local: String
  /// What stands after the `@`, as it is written.
  public var domain: String

  /// Both parts.
  public var text: String { "\(local)@\(domain)" }
}

/// The addresses of a field.
public struct AddressList: Hashable, Sendable {
  /// The addresses in their order; those of groups among the others (RFC 5322, 3.4).
  public internal(set) var addresses: [WrittenAddress] = []
  /// Whether everything was as the grammar has it: nothing left over, nothing guessed.
  public internal(set) var isSound = true

  mutating func add(_ other: AddressList) {
    addresses += other.addresses
    isSound = isSound && other.isSound
  }
}
