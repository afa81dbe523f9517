import AmendsPolicy
import Ledger
import Mail

/// When a message was written: what its `Date` says, held against the servers that it came by.
///
/// A wrong date would do harm: one in the past hides a message from a reply that waits, one in the future would
/// leave it unanswered whatever is written.
struct WrittenAt {
  private static let earliest = CivilTime(
    date: CivilDate(daysSinceEpoch: 9131), millisecondOfDay: 0
  ).instant()
  /// How much later than the date a server may have taken the message.
  private static let slowest = Span.days(2)
  /// How far clocks may be apart.
  private static let skew = Span.hours(1)

  let header: MailHeader
  /// When the mailbox is read.
  let now: Instant

  /// The instant, never later than now.
  ///
  /// - Throws: `Refusal` where neither the date nor a server tells a time that can be.
  func instant() throws(Refusal) -> Instant {
    let received = header.received
    let date = header.instant("date")
    if let date, isPossible(date), agrees(date, received) { return min(date, now) }
    if let first = received.min(), isPossible(first) { return min(first, now) }
    let found = header["date"].map { "\($0.text.quoted) cannot be" } ?? "is missing"
    throw Refusal(
      column: "Date", reason: "\(found), and no server says when it took the message")
  }

  private func isPossible(_ instant: Instant) -> Bool {
    instant >= Self.earliest && instant <= now + Self.skew
  }

  private func agrees(_ date: Instant, _ received: [Instant]) -> Bool {
    guard let first = received.min(), let last = received.max() else { return true }
    return date >= first - Self.slowest && date <= last + Self.skew
  }
}
