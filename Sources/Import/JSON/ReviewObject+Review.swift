import AmendsPolicy
import Ledger
import Mail

extension ReviewObject {
  /// The review that the object describes.
  ///
  /// - Throws: `Refusal` naming the key whose value is missing or of the wrong kind.
  func review() throws(Refusal) -> ImportedReview {
    let user = try name(.userID)
    let asin = try product()
    let posted = try timestamp()
    var review = ImportedReview(
      externalID: NaturalKey.of(user, asin, String(posted)),
      kind: .productReview,
      rating: try rating(),
      title: try optionalText(.title),
      text: try text(try need(.text), .text),
      postedAt: Instant(milliseconds: posted),
      keys: [.reviewer(user)])
    review.asin = asin
    review.parentASIN = try optionalASIN(.parentASIN)
    review.helpfulVotes = try votes()
    review.isVerified = try isVerified()
    return review
  }

  private func need(_ key: Key) throws(Refusal) -> JSONToken {
    guard let token = token(key) else { throw refusal(key, "is missing") }
    return token
  }

  private func refusal(_ key: Key, _ reason: String) -> Refusal {
    Refusal(column: "\(key.name)", reason: reason)
  }

  private func rating() throws(Refusal) -> Int {
    let token = try need(.rating)
    guard case .number(let range) = token else {
      throw refusal(.rating, "is \(token.kind); a number from 1 to 5 is needed")
    }
    guard let stars = JSONNumber(slice(range)).whole, (1...5).contains(stars) else {
      throw refusal(.rating, "\(shown(range)) is not a whole number of stars from 1 to 5")
    }
    return Int(stars)
  }

  /// Milliseconds since 1970, within the years in which the marketplace can have had reviews.
  private static let timestamps: Range<Int64> = 788_918_400_000..<4_102_444_800_000

  private func timestamp() throws(Refusal) -> Int64 {
    let token = try need(.timestamp)
    guard case .number(let range) = token else {
      throw refusal(.timestamp, "is \(token.kind); milliseconds since 1970 are needed")
    }
    guard let value = JSONNumber(slice(range)).integerPart, Self.timestamps.contains(value) else {
      throw refusal(
        .timestamp, "\(shown(range)) is not a time in milliseconds from 1995 to 2099")
    }
    return value
  }

  private func votes() throws(Refusal) -> Int {
    guard let token = token(.helpful) else { return 0 }
    guard case .number(let range) = token, let votes = JSONNumber(slice(range)).whole,
      (0...Int64(Int32.max)).contains(votes)
    else { throw refusal(.helpful, "is not a whole number from 0") }
    return Int(votes)
  }

  private func isVerified() throws(Refusal) -> Bool? {
    guard let token = token(.verified) else { return nil }
    guard case .bool(let isVerified) = token else {
      throw refusal(.verified, "is \(token.kind); true or false is needed")
    }
    return isVerified
  }

  private func shown(_ range: Range<Int>) -> String {
    String(decoding: slice(range), as: UTF8.self).shown(limit: 40)
  }
}

extension ReviewObject {
  fileprivate func name(_ key: Key) throws(Refusal) -> String {
    let name = try raw(try need(key), key).trimmed()
    if name.isEmpty { throw refusal(key, "is empty") }
    return name
  }

  fileprivate func product() throws(Refusal) -> String {
    if let asin = try optionalASIN(.asin) { return asin }
    guard let parent = try optionalASIN(.parentASIN) else { throw refusal(.asin, "is missing") }
    return parent
  }

  fileprivate func optionalASIN(_ key: Key) throws(Refusal) -> String? {
    guard let token = token(key) else { return nil }
    guard case .string(let range, isEscaped: false) = token else {
      throw refusal(key, "is \(token.kind); an ASIN is needed")
    }
    if range.isEmpty { return nil }
    guard let asin = ASIN.read(slice(range)) else {
      throw refusal(key, "\(shown(range)) is not an ASIN such as B00YQ6X8EO")
    }
    return asin
  }

  fileprivate func optionalText(_ key: Key) throws(Refusal) -> String {
    guard let token = token(key) else { return "" }
    return try text(token, key)
  }

  fileprivate func text(_ token: JSONToken, _ key: Key) throws(Refusal) -> String {
    FieldText.unixLines(HTMLText.decoded(try raw(token, key)), loneReturns: false)
  }

  private func raw(_ token: JSONToken, _ key: Key) throws(Refusal) -> String {
    guard case .string(let range, let isEscaped) = token else {
      throw refusal(key, "is \(token.kind); a string is needed")
    }
    let decoded =
      isEscaped
      ? JSONString.unescaped(slice(range)).withUnsafeBufferPointer { FieldText.strict($0) }
      : FieldText.strict(slice(range))
    guard let decoded else { throw refusal(key, "is not valid UTF-8") }
    return decoded
  }
}
