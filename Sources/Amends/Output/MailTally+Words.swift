import Ledger

extension MailTally {
  /// What came, each kind in a few words; nothing for nothing.
  ///
  /// - Parameter withCopies: Whether copies of contacts that are known are worth a word.
  /// - Returns: One text for each kind of which there is any.
  func words(withCopies: Bool) -> [String] {
    var words = [
      Self.count(messages, "new message from buyers", "new messages from buyers"),
      Self.count(contacts, "contact made elsewhere", "contacts made elsewhere"),
      Self.count(optOuts, "opt-out", "opt-outs"),
      Self.count(notices, "request, claim or notice", "requests, claims or notices"),
    ]
    if withCopies {
      words.append(Self.count(copies, "copy of a known contact", "copies of known contacts"))
    }
    return words.compactMap(\.self)
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String? {
    number == 0 ? nil : "\(number) \(number == 1 ? one : many)"
  }
}
