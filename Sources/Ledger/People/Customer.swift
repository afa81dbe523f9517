public import AmendsPolicy

/// The identity of a customer within one desk.
public struct CustomerID: Hashable, Comparable, Sendable {
  /// The number under which the desk keeps the customer.
  public let number: Int64

  /// The customer that the desk keeps under a number.
  public init(_ number: Int64) { self.number = number }

  /// Order by number.
  public static func < (first: CustomerID, second: CustomerID) -> Bool {
    first.number < second.number
  }
}

/// A person who bought, reviewed or wrote: the unit of contact.
public struct Customer: Hashable, Sendable {
  /// The identity within the desk.
  public var id: CustomerID
  /// The name shown; empty where none is known.
  public var name: String
  /// The strongest key that the person is known by.
  public var key: CustomerKey
  /// The name of the zone in which the person lives; `nil` where unknown.
  public var zone: String?
  /// Where shop and person stand.
  public var standing: ContactStanding

  /// A customer with all that the desk knows of the person.
  public init(
    id: CustomerID,
    name: String,
    key: CustomerKey,
    zone: String?,
    standing: ContactStanding
  ) {
    self.id = id
    self.name = name
    self.key = key
    self.zone = zone
    self.standing = standing
  }
}
