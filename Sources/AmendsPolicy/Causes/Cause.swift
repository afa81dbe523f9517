/// Why a review is bad: the first thing to understand before anything is written.
///
/// The raw values are stored and typed in filters: they never change.
public enum Cause: String, Sendable, CaseIterable {
  /// Arrived broken, dirty or opened.
  case damaged
  /// Arrived late, elsewhere, or never.
  case late
  /// Something else was sent.
  case wrongItem = "wrong-item"
  /// The listing promised something else.
  case notAsDescribed = "not-as-described"
  /// Does not work, or stopped working.
  case defect
  /// Parts or accessories are missing.
  case missingParts = "missing-parts"
  /// Works, but is poorly made.
  case quality
  /// The shop's service disappointed.
  case service
  /// The price is the complaint.
  case price
  /// Used in a way it was not made for.
  case misuse
  /// Not written by a buyer in good faith.
  case fabricated
  /// Looked at, and not to be told from what is known: the customer has to be asked.
  case unknown

  /// The cause in words, as the list shows it.
  public var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}
