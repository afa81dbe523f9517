import AmendsPolicy

extension CustomerFile {
  /// The texts of own messages to the person that may belong to the same case as a review, oldest first.
  ///
  /// - Parameter order: The review's order; a message about another one belongs to another case.
  /// - Returns: The texts, without empty ones.
  public func ownMessages(about order: String?) -> [String] {
    timeline.compactMap { entry in
      guard case .contact(_, .contacted) = entry.kind, !entry.text.isEmpty else { return nil }
      let isOther = entry.order != nil && order != nil && entry.order != order
      return isOther ? nil : entry.text
    }
  }
}
