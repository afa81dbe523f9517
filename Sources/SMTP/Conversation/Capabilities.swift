/// What a server says that it can do (RFC 5321, 4.1.1.1).
public struct Capabilities: Hashable, Sendable {
  /// It can begin TLS.
  public private(set) var offersTLS = false
  /// Mechanisms for a login, of those known here.
  public private(set) var mechanisms: Set<Mechanism> = []
  /// It wants to be told the size of a message (RFC 1870).
  public private(set) var takesSize = false
  /// The largest message in bytes; `nil` where it names none.
  public private(set) var largestMessage: Int?

  /// Nothing is known.
  init() {}

  /// Reads the reply to `EHLO`, whose first line is the server's name.
  init(_ reply: Reply) {
    for line in reply.lines.dropFirst() {
      let words = line.uppercased().split { $0 == " " || $0 == "=" }
      switch words.first {
      case "STARTTLS": offersTLS = true
      case "AUTH":
        mechanisms.formUnion(words.dropFirst().compactMap { Mechanism(rawValue: String($0)) })
      case "SIZE":
        takesSize = true
        largestMessage = words.dropFirst().first.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
      default: break
      }
    }
  }
}
