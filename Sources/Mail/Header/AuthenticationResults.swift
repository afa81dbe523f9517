/// What the server that received a message found out about its sender (RFC 8601, 2.2).
public struct AuthenticationResults: Hashable, Sendable {
  private var results: [String: Set<String>] = [:]

  /// Reads a field `Authentication-Results`; only the topmost of a message is the receiving server's own.
  public init(_ field: HeaderField) {
    let tokens = HeaderToken.all(in: field.value, signs: ";")
    for part in tokens.split(separator: .sign(UInt8(ascii: ";"))).dropFirst() {
      guard case .atom(let word) = part.first(where: Self.isAtom) else { continue }
      let halves = word.split(separator: UInt8(ascii: "="), maxSplits: 1).map(\.loweredText)
      guard let method = halves.first?.prefix(while: { $0 != "/" }) else { continue }
      results[String(method), default: []].insert(halves.count == 2 ? halves[1] : Self.second(part))
    }
  }

  /// Whether a method, such as `dkim`, came to a result, such as `fail`, for any signature or address.
  public func says(_ method: String, _ result: String) -> Bool {
    results[method]?.contains(result) ?? false
  }

  private static func isAtom(_ token: HeaderToken) -> Bool {
    if case .atom = token { true } else { false }
  }

  /// The result where white space stands around the `=`.
  private static func second(_ part: ArraySlice<HeaderToken>) -> String {
    let words = part.compactMap { if case .atom(let word) = $0 { word.loweredText } else { nil } }
    return words.dropFirst().first { $0 != "=" }.map { $0.replacing("=", with: "") } ?? ""
  }
}
