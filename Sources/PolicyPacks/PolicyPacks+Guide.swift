public import AmendsPolicy

extension PolicyPacks {
  /// The guide that ships with the program, in all its languages.
  ///
  /// - Throws: `PackError` where one of its files is at fault, which the tests rule out.
  public static func caseGuide() throws(PackError) -> CaseGuide {
    var guide = CaseGuide(analyst: try ReviewAnalyst(packs: reviewPacks()))
    for language in languages {
      let file = EmbeddedPacks.file("texts-\(language).toml")
      let texts = try CaseTextReader(reader(of: file.text, file: file.name))
      guide.starters.all += try texts.starters()
      guide.starters.questions[language] = try texts.question()
      guide.requests.append(try texts.requests())
    }
    return guide
  }
}
