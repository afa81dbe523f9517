/// Whose message it is, as far as that is certain.
enum MailOrigin: Equatable {
  /// That of a buyer, by the relay address that the marketplace gave them.
  case buyer(RelayName)
  /// That of the marketplace itself.
  case marketplace
  /// That of the shop, to these buyers.
  case shop([RelayName])
  /// That of a mail server, about a message of the shop to a buyer that came back.
  case report(RelayName)
  /// That of somebody who has nothing to do with buyers.
  case stranger
}
