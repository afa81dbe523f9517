/// The three digits that begin every line of a reply (RFC 5321, 4.2.1).
public struct ReplyCode: Hashable, Sendable {
  /// The digits as a number, from 200 to 559.
  public let number: Int

  /// A code; `nil` where the digits are none that the grammar knows: 2 to 5, 0 to 5, 0 to 9.
  init?(_ digits: some Collection<UInt8>) {
    guard digits.count == 3 else { return nil }
    var number = 0
    for (digit, allowed) in zip(digits, [2...5, 0...5, 0...9]) {
      let value = Int(digit) - Int(UInt8(ascii: "0"))
      guard allowed.contains(value) else { return nil }
      number = number * 10 + value
    }
    self.number = number
  }

  /// What a code says of what was asked, whatever its other digits are.
  enum Kind: Int {
    /// It was done.
    case done = 2
    /// More is wanted first.
    case wantsMore = 3
    /// Not now; perhaps later.
    case notNow = 4
    /// Not in this way.
    case never = 5
  }

  /// What the first digit says.
  var kind: Kind? { Kind(rawValue: number / 100) }
}
