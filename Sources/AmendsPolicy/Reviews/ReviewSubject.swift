/// What words of a review are about.
public enum ReviewSubject: Hashable, Sendable {
  /// Why it is bad.
  case cause(Cause)
  /// What else matters to what may be done about it.
  case topic(ReviewTopic)

  /// The cause that its words speak for; nil where they speak for none.
  var cause: Cause? {
    switch self {
    case .cause(let cause): cause
    case .topic(.neverBought): .fabricated
    case .topic: nil
    }
  }
}

/// What words of a review are about besides its cause.
public enum ReviewTopic: String, CaseIterable, Hashable, Sendable {
  /// The seller, and what the seller does: selling, packing, answering, refunding.
  case seller
  /// The way of the parcel.
  case delivery
  /// What is sold, and what it is like.
  case product
  /// Words that the marketplace calls obscene.
  case obscene
  /// Praise of another shop, brand or offer.
  case promotion
  /// Condemnation that names no trouble.
  case generic
  /// That the writer did not buy it.
  case neverBought = "never-bought"
}
