import Synchronization

/// The engines of a policy's languages, each compiled when it is first needed.
final class EngineShelf: Sendable {
  /// The languages that are covered, as primary subtags.
  let languages: [String]

  private let load: @Sendable (String) throws(PackError) -> [RulePack]
  private let without: [String]
  private let engines = Mutex<[String: Result<LanguageEngine, PackError>]>([:])

  /// A shelf of languages whose packs are loaded when they are needed.
  ///
  /// - Parameters:
  ///   - languages: The languages.
  ///   - without: Guards that excuse nothing.
  ///   - load: The packs of a language, with those that serve every language.
  init(
    _ languages: [String], without: [String] = [],
    load: @escaping @Sendable (String) throws(PackError) -> [RulePack]
  ) {
    self.languages = languages
    self.without = without
    self.load = load
  }

  /// The engine of a language, compiled unless that was done.
  ///
  /// - Throws: `PackError` where its packs are at fault.
  func engine(_ language: String) throws(PackError) -> LanguageEngine {
    try engines.withLock { engines in
      if let made = engines[language] { return made }
      let made = compile(language)
      engines[language] = made
      return made
    }.get()
  }

  private func compile(_ language: String) -> Result<LanguageEngine, PackError> {
    do throws(PackError) {
      var engine = try PackCompiler.compile(language, load(language))
      for guardian in without { engine = engine.without(guard: guardian) }
      return .success(engine)
    } catch {
      return .failure(error)
    }
  }

  /// The same languages, in which one guard more excuses nothing.
  func without(guard id: String) -> EngineShelf {
    EngineShelf(languages, without: without + [id], load: load)
  }
}
