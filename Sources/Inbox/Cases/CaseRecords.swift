import AmendsPolicy
import Ledger
import Screen

/// What was done on the marketplace's own pages is known from notes in the timeline, which name the item.
extension Review {
  /// How a note begins that says what was done about this item.
  func record(_ deed: String) -> String {
    let name = kind == .sellerFeedback ? order ?? externalID : externalID
    return "\(deed) (\(SafeText(name)))"
  }

  /// How the note begins that a public reply was posted below it.
  var publicReplyRecord: String { record("public reply posted") }
}

extension CustomerFile {
  /// The newest note that begins so.
  func note(_ record: String) -> TimelineEntry? {
    timeline.last { entry in
      if case .note = entry.kind { entry.text.hasPrefix(record) } else { false }
    }
  }
}
