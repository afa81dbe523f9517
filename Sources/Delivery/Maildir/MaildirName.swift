import AmendsPolicy
import Ledger

/// The name of a message in a Maildir: time, attempt with the item's identity, and the program.
///
/// Unique as the Maildir rules ask for (<https://cr.yp.to/proto/maildir.html>), and readable back: from a
/// name in `new/` or `cur/` recovery tells which item it is.
struct MaildirName {
  private let seconds: Int64
  private let identity: MailIdentity
  private let number: Int64

  init(_ attempt: Fence, at now: Instant) throws(CarrierFault) {
    seconds = max(0, now.milliseconds / 1000)
    identity = try MailIdentity(attempt.item)
    number = attempt.number
  }

  var text: String { "\(seconds).A\(number)_\(identity.text).\(Self.host)" }

  private static let host = "amends"

  /// Whether a name is that of a message of an item, whatever attempt it was and whatever flags it got.
  static func belongs(_ name: String, to identity: MailIdentity) -> Bool {
    parts(name).map { $0.identity == identity.text } ?? false
  }

  /// Whether a name is that of one attempt.
  static func belongs(_ name: String, to identity: MailIdentity, attempt number: Int64) -> Bool {
    parts(name).map { $0.identity == identity.text && $0.attempt == "A\(number)" } ?? false
  }

  private static func parts(_ name: String) -> (attempt: Substring, identity: Substring)? {
    let base = name.prefix { $0 != ":" }
    let dotted = base.split(separator: ".", omittingEmptySubsequences: false)
    guard dotted.count == 3, dotted[2] == host else { return nil }
    let middle = dotted[1].split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
    guard middle.count == 2 else { return nil }
    return (middle[0], middle[1])
  }
}
