internal import AmendsPolicy

/// Reads the words of one language by which reviews are understood.
enum ReviewPackReader {
  static func read(_ root: TableReader, spellings: [Spelling]) throws(PackError) -> ReviewPack {
    try root.allow("pack", "negation", "cause", "topic")
    let header = try root.required("pack", root.tableAt("pack"))
    try header.allow("id", "language")
    let negation = try root.required("negation", root.tableAt("negation"))
    try negation.allow("words", "stops")
    return ReviewPack(
      language: try header.string("language"), spellings: spellings,
      negations: try negation.strings("words"), stops: try negation.strings("stops"),
      phrases: try lists(root, "cause") { Cause(rawValue: $0).map { .cause($0) } }
        + lists(root, "topic") { ReviewTopic(rawValue: $0).map { .topic($0) } })
  }

  private static func lists(
    _ root: TableReader, _ key: String, subject: (String) -> ReviewSubject?
  ) throws(PackError) -> [ReviewPhrases] {
    guard let tables = try root.tableAt(key) else { return [] }
    var lists: [ReviewPhrases] = []
    for name in tables.keys {
      guard let subject = subject(name) else {
        throw tables.error(name, "“\(name)” is no \(key)")
      }
      lists += try self.lists(tables.required(name, tables.tableAt(name)), subject)
    }
    return lists
  }

  /// Lists of phrases under what each says, as in `3 = ["arrived broken"]`; what hides them stands under `never`.
  private static func lists(
    _ table: TableReader, _ subject: ReviewSubject
  ) throws(PackError) -> [ReviewPhrases] {
    try table.allow("1", "2", "3", "never")
    var mask = try table.strings("never")
    var lists: [ReviewPhrases] = []
    for key in table.keys {
      guard let weight = Int(key) else { continue }
      lists.append(
        ReviewPhrases(
          subject, weight: weight, match: try table.strings(key), mask: mask, origin: table.origin))
      mask = []
    }
    guard !lists.isEmpty else { throw table.error("1", "it matches nothing") }
    return lists
  }
}
