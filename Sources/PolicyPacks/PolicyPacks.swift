public import AmendsPolicy

/// Rule packs: those that ship with the program, and those that users write.
public enum PolicyPacks {
  /// The packs that ship with the program.
  ///
  /// - Throws: `PackError` where a shipped pack is at fault, which the tests rule out.
  public static func embedded() throws(PackError) -> [RulePack] {
    try read([RulePack.anyLanguage] + languages)
  }

  /// The languages of the packs that ship with the program, as primary subtags.
  public static let languages = ["en", "de", "fr", "es", "it"]

  /// The packs that ship with the program for one language, with those that serve every language.
  ///
  /// - Parameters:
  ///   - language: The language as a primary subtag.
  ///   - examples: Whether the packs that hold nothing but examples are read too: judging needs none.
  /// - Returns: The packs, not yet compiled.
  /// - Throws: `PackError` where a shipped pack is at fault, which the tests rule out.
  public static func embedded(
    for language: String, examples: Bool = true
  ) throws(PackError) -> [RulePack] {
    try read([RulePack.anyLanguage, language], examples: examples)
  }

  /// The texts of the packs that ship with the program, but for those that hold nothing but examples.
  public static var embeddedTexts: [String] {
    EmbeddedPacks.files(of: [RulePack.anyLanguage] + languages).filter { !$0.isOfExamples }
      .map(\.text)
  }

  private static func read(
    _ languages: [String], examples: Bool = true
  ) throws(PackError) -> [RulePack] {
    var packs: [RulePack] = []
    for file in EmbeddedPacks.files(of: languages) where examples || !file.isOfExamples {
      packs.append(try parse(text: file.text, file: file.name))
    }
    return packs
  }

  /// A policy of the packs that ship with the program, compiled for each language when a draft first needs it.
  public static var policy: WordingPolicy {
    WordingPolicy(languages: languages) { (language) throws(PackError) in
      try embedded(for: language, examples: false)
    }
  }

  /// Reads one pack.
  ///
  /// - Parameters:
  ///   - text: The pack in TOML.
  ///   - file: The file's name, for error messages.
  /// - Returns: The pack, not yet compiled.
  /// - Throws: `PackError` with file, line and reason, where the text is no pack.
  public static func parse(text: String, file: String) throws(PackError) -> RulePack {
    try PackReader.read(reader(of: text, file: file))
  }

  /// Reads the tables of a file.
  ///
  /// - Throws: `PackError` with file, line and reason, where the text is no TOML.
  static func reader(of text: String, file: String) throws(PackError) -> TableReader {
    TableReader(
      table: try TOMLTree.read(text, file: file), path: "", lines: LineIndex(text), file: file)
  }
}
