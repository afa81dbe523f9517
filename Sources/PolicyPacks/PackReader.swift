internal import AmendsPolicy

/// Reads the top level of a pack: header, sources, words, concepts.
enum PackReader {
  static func read(_ root: TableReader) throws(PackError) -> RulePack {
    try root.allow(
      "pack", "source", "spelling", "words", "group", "concept", "construction", "rule", "evidence",
      "local", "reading")
    let header = try root.required("pack", root.tableAt("pack"))
    try header.allow("id", "language")
    var pack = RulePack(id: try header.string("id"), language: try header.string("language"))
    pack.sources = try sources(root)
    pack.spellings = try spellings(root)
    try words(root, &pack)
    pack.groups = try groups(root)
    pack.concepts = try concepts(root)
    for table in try root.tables("construction") {
      pack.constructions.append(try PatternReader.construction(table))
    }
    for table in try root.tables("rule") { pack.rules.append(try RuleReader.read(table)) }
    for table in try root.tables("evidence") {
      pack.evidence.append(try EvidenceReader.read(table))
    }
    for table in try root.tables("local") {
      pack.localRules.append(try RuleReader.local(table))
    }
    for table in try root.tables("reading") {
      pack.conceptExamples.append(try reading(table))
    }
    return pack
  }

  private static func sources(_ root: TableReader) throws(PackError) -> [String: PolicySource] {
    guard let tables = try root.tableAt("source") else { return [:] }
    var sources: [String: PolicySource] = [:]
    for id in tables.keys {
      let table = try tables.required(id, tables.tableAt(id))
      try table.allow("title", "url", "checked")
      sources[id] = PolicySource(
        title: try table.string("title"), url: try table.string("url"), checked: try day(table))
    }
    return sources
  }

  private static func day(_ table: TableReader) throws(PackError) -> String {
    let day = try table.string("checked")
    let shape = day.map { $0.isNumber ? "0" : String($0) }.joined()
    guard shape == "0000-00-00" else {
      throw table.error("checked", "“\(day)” is no day; expected YYYY-MM-DD in quotes")
    }
    return day
  }

  static func spellings(_ root: TableReader) throws(PackError) -> [Spelling] {
    guard let table = try root.tableAt("spelling") else { return [] }
    var spellings: [Spelling] = []
    for word in table.keys {
      let origin = Origin(file: root.file, line: root.lines.line(table.path + "." + word))
      spellings.append(Spelling(word: word, reading: try table.string(word), origin: origin))
    }
    return spellings
  }

  private static func words(_ root: TableReader, _ pack: inout RulePack) throws(PackError) {
    guard let table = try root.tableAt("words") else { return }
    try table.allow("ordinary", "stop", "synonyms", "allow")
    pack.allowed = try table.strings("allow")
    pack.ordinary = split(try table.strings("ordinary"))
    pack.stopWords = split(try table.strings("stop"))
    pack.synonyms = try table.strings("synonyms").map { split([$0]) }
  }

  /// Lists of words are written several to a string, to be read easily.
  private static func split(_ lines: [String]) -> [String] {
    lines.flatMap { $0.split(separator: " ").map { String($0) } }
  }

  /// Groups in the order in which they are written: one may hold those before it.
  private static func groups(_ root: TableReader) throws(PackError) -> [ConceptGroup] {
    guard let table = try root.tableAt("group") else { return [] }
    var groups: [ConceptGroup] = []
    for name in table.keys {
      let origin = Origin(file: root.file, line: root.lines.line(table.path + "." + name))
      groups.append(
        ConceptGroup(name: name, members: try table.strings(name), origin: origin))
    }
    return groups.sorted { $0.origin.line < $1.origin.line }
  }

  /// A text that holds a concept, or lacks it.
  private static func reading(_ table: TableReader) throws(PackError) -> ConceptExample {
    try table.allow("text", "holds", "lacks")
    let holds = try table.optionalString("holds")
    let lacks = try table.optionalString("lacks")
    guard let concept = holds ?? lacks, (holds == nil) != (lacks == nil) else {
      throw table.error("holds", "a reading either “holds” a concept or “lacks” one")
    }
    return ConceptExample(
      text: try table.string("text"), concept: concept, isThere: holds != nil,
      origin: table.origin)
  }

  private static func concepts(_ root: TableReader) throws(PackError) -> [Concept] {
    guard let tables = try root.tableAt("concept") else { return [] }
    var concepts: [Concept] = []
    for name in tables.keys {
      let table = try tables.required(name, tables.tableAt(name))
      try table.allow("match", "mask", "critical")
      let match = try table.strings("match")
      guard !match.isEmpty else { throw table.error("match", "\(name) matches nothing") }
      concepts.append(
        Concept(
          name: name, match: match, mask: try table.strings("mask"),
          isCritical: try table.bool("critical") ?? false, origin: table.origin))
    }
    return concepts
  }
}
