import AmendsPolicy
import Ledger

/// One object of the Amazon Reviews'23 data set, as the places of the values that are read.
///
/// Of a key that occurs twice the last value counts; keys that are not read are checked and passed over.
struct ReviewObject {
  /// The keys that are read, in the order of their places.
  enum Key: Int, CaseIterable {
    case rating, title, text, asin, parentASIN, userID, timestamp, helpful, verified

    /// The key as the file writes it.
    var name: StaticString {
      switch self {
      case .rating: "rating"
      case .title: "title"
      case .text: "text"
      case .asin: "asin"
      case .parentASIN: "parent_asin"
      case .userID: "user_id"
      case .timestamp: "timestamp"
      case .helpful: "helpful_vote"
      case .verified: "verified_purchase"
      }
    }
  }

  /// The keys without which a row is no review.
  static let needed: [Key] = [.rating, .text, .asin, .userID, .timestamp]

  private let bytes: UnsafeBufferPointer<UInt8>
  private var tokens: [9 of JSONToken?] = .init(repeating: nil)

  /// Finds the values in a line.
  ///
  /// - Throws: `JSONFault` where the line is not exactly one object.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONFault) {
    self.bytes = bytes
    var found: [9 of JSONToken?] = .init(repeating: nil)
    var cursor = JSONCursor(bytes)
    try cursor.object { name, isEscaped, token in
      guard let key = Self.key(name, isEscaped, in: bytes) else { return }
      found[key.rawValue] = token
    }
    tokens = found
  }

  /// The value of a key; `nil` where it is missing or `null`.
  func token(_ key: Key) -> JSONToken? {
    if case .null = tokens[key.rawValue] { return nil }
    return tokens[key.rawValue]
  }

  /// Bytes of the line.
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  private static func key(
    _ name: Range<Int>, _ isEscaped: Bool, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Key? {
    let slice = UnsafeBufferPointer(rebasing: bytes[name])
    guard isEscaped else { return key(slice) }
    return JSONString.unescaped(slice).withUnsafeBufferPointer { key($0) }
  }

  private static func key(_ name: UnsafeBufferPointer<UInt8>) -> Key? {
    for key in Key.allCases where matches(name, key.name) { return key }
    return matches(name, "sort_timestamp") ? .timestamp : nil
  }

  private static func matches(_ name: UnsafeBufferPointer<UInt8>, _ key: StaticString) -> Bool {
    guard name.count == key.utf8CodeUnitCount else { return false }
    for index in 0..<name.count where name[index] != key.utf8Start[index] { return false }
    return true
  }
}
