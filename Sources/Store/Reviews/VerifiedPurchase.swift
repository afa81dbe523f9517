/// How the column `is_verified` says whether the marketplace calls a purchase verified: 0 where no file has said.
enum VerifiedPurchase {
  /// The column as a flag that may be missing.
  static let flag = "CASE review.is_verified WHEN 1 THEN 1 WHEN 2 THEN 0 END"

  static func read(_ number: Int) -> Bool? {
    switch number {
    case 1: true
    case 2: false
    default: nil
    }
  }

  static func number(_ isVerified: Bool?) -> Int { isVerified.map { $0 ? 1 : 2 } ?? 0 }
}
