/// What a person is known by in the marketplace's files, strongest first.
///
/// The relay address is the same for all contacts of one buyer with one seller (Amazon, help page
/// 200383320), an order has one buyer, a reviewer id names a profile, and where a review carries none of
/// these the review itself stands for its writer.
public enum CustomerKey: Hashable, Sendable {
  /// An anonymised relay address such as `qw2smy2gutcr61k@marketplace.amazon.com`, in lower case.
  case relay(String)
  /// An order number such as `114-7863528-5212210`.
  case order(String)
  /// A reviewer's profile id.
  case reviewer(String)
  /// A review that names nobody, by its own id.
  case review(String)

  /// Recognises a key by its form: an address, an order number, else a reviewer id.
  ///
  /// - Returns: The key, or `nil` where no key is given.
  public init?(_ text: some StringProtocol) {
    let key = String(text).trimmingSpaces
    guard !key.isEmpty, key != Self.reviewPrefix else { return nil }
    if key.hasPrefix(Self.reviewPrefix) {
      self = .review(String(key.dropFirst(Self.reviewPrefix.count)))
    } else if key.contains("@") {
      self = .relay(key.lowercased())
    } else if OrderNumber.isValid(key) {
      self = .order(key.uppercased())
    } else {
      self = .reviewer(key)
    }
  }

  /// The kind of the key, as it is stored.
  public var kind: String {
    switch self {
    case .relay: "relay"
    case .order: "order"
    case .reviewer: "reviewer"
    case .review: "review"
    }
  }

  /// The key as people write it.
  public var text: String {
    switch self {
    case .relay(let text), .order(let text), .reviewer(let text): text
    case .review(let id): "\(Self.reviewPrefix)\(id)"
    }
  }

  private static let reviewPrefix = "review:"
}

/// The form of the marketplace's order numbers.
public enum OrderNumber {
  /// Whether a text is an order number: `114-7863528-5212210`, or `D01-…` for digital goods.
  public static func isValid(_ text: some StringProtocol) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.count == 3, groups[0].count == 3, groups[1].count == 7, groups[2].count == 7
    else { return false }
    let digits = groups[1].utf8.allSatisfy(isDigit) && groups[2].utf8.allSatisfy(isDigit)
    let head = groups[0].utf8
    let first = head.first.map { isDigit($0) || $0 == UInt8(ascii: "D") || $0 == UInt8(ascii: "d") }
    return digits && first == true && head.dropFirst().allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

extension String {
  /// The text without white space and line breaks at its ends.
  public var trimmingSpaces: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
    return String(self[start..<end])
  }
}
