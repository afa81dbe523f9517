internal import AmendsPolicy

/// Reads the texts of one language: open question, starters, requests to the marketplace.
struct CaseTextReader {
  /// The language as a primary subtag.
  let language: String
  private let root: TableReader

  init(_ root: TableReader) throws(PackError) {
    self.root = root
    try root.allow("pack", "question", "starter", "removal", "report")
    let header = try root.required("pack", root.tableAt("pack"))
    try header.allow("id", "language")
    language = try header.string("language")
  }

  /// The open question that is asked where a cause is unknown.
  func question() throws(PackError) -> String {
    let table = try root.required("question", root.tableAt("question"))
    try table.allow("text")
    return try table.string("text")
  }

  /// The texts that replies begin with.
  func starters() throws(PackError) -> [ReplyStarter] {
    var starters: [ReplyStarter] = []
    for table in try root.tables("starter") {
      try table.allow("causes", "kind", "channel", "text")
      starters.append(
        ReplyStarter(
          language: language, causes: try table.choices("causes", Cause.self),
          kind: try table.choice("kind", ItemKind.self),
          channel: try table.choice("channel", Channel.self),
          text: trimmed(try table.string("text"))
        ))
    }
    return starters
  }

  /// The texts for the marketplace.
  func requests() throws(PackError) -> RequestTexts {
    let removal = try root.required("removal", root.tableAt("removal"))
    let report = try root.required("report", root.tableAt("report"))
    try report.allow("text", "unverified", "reason")
    return RequestTexts(
      language: language, removal: try texts(removal, RemovalGround.self),
      report: try report.string("text"),
      reasons: try texts(report.required("reason", report.tableAt("reason")), AbuseReason.self),
      unverified: try report.string("unverified"))
  }

  /// A text for each case of an enumeration, none left out.
  private func texts<Key: RawRepresentable & CaseIterable & Hashable>(
    _ table: TableReader, _ type: Key.Type
  ) throws(PackError) -> [Key: String] where Key.RawValue == String {
    for key in table.keys where Key(rawValue: key) == nil {
      let names = Key.allCases.map(\.rawValue).joined(separator: ", ")
      throw table.error(key, "“\(key)” is not a key here; expected one of \(names)")
    }
    var texts: [Key: String] = [:]
    for key in Key.allCases { texts[key] = try table.string(key.rawValue) }
    return texts
  }

  /// The text without the line break that a TOML text in three quotes ends with.
  private func trimmed(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
