public import AmendsPolicy

extension PolicyPacks {
  /// The words that ship with the program by which reviews are understood, a pack a language.
  ///
  /// - Throws: `PackError` where one is at fault, which the tests rule out.
  public static func reviewPacks() throws(PackError) -> [ReviewPack] {
    var packs: [ReviewPack] = []
    for language in languages {
      let file = EmbeddedPacks.file("causes-\(language).toml")
      packs.append(try parseReviewPack(text: file.text, file: file.name, language: language))
    }
    return packs
  }

  /// Reads the words of one language by which reviews are understood; the language's spellings are the program's own.
  ///
  /// - Parameters:
  ///   - text: The words in TOML.
  ///   - file: The file's name, for error messages.
  ///   - language: The language as a primary subtag.
  /// - Returns: The words, not yet compiled.
  /// - Throws: `PackError` with file, line and reason, where the text is no such list of words.
  public static func parseReviewPack(
    text: String, file: String, language: String
  ) throws(PackError) -> ReviewPack {
    let words = EmbeddedPacks.file("\(language)-words.toml")
    return try ReviewPackReader.read(
      reader(of: text, file: file),
      spellings: PackReader.spellings(reader(of: words.text, file: words.name)))
  }
}
