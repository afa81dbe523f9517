import AmendsPolicy
import Ledger

extension PolicyCheck {
  /// Which wording judges now a text that the second reader, where there is one, has read or not.
  func version(isRead: Bool = true) -> WordingVersion {
    WordingVersion(
      program: ProgramVersion.text, packs: wording.packsSum, profile: profile,
      reader: isRead ? reader.training : nil)
  }

  /// Which wording judged a reply that is being queued.
  func version(of item: OutboxItem) -> WordingVersion {
    version(isRead: !item.acceptedWarnings.contains(RuleID.readingMissing.description))
  }
}

extension LateReader {
  /// The sum of what the reader learnt; `nil` where it cannot be asked.
  fileprivate var training: String? {
    if case .ready(_, let weights) = standing { weights.adapter } else { nil }
  }
}
