import Synchronization

/// The engines of a policy's languages, each made when it is first needed.
final class EngineShelf: Sendable {
  /// The languages that are covered, as primary subtags.
  let languages: [String]

  private let make: @Sendable (String) throws(PackError) -> LanguageEngine
  private let engines = Mutex<[String: Result<LanguageEngine, PackError>]>([:])

  /// A shelf of languages whose engines are made when they are needed.
  private init(
    _ languages: [String],
    make: @escaping @Sendable (String) throws(PackError) -> LanguageEngine
  ) {
    self.languages = languages
    self.make = make
  }

  /// A shelf of languages whose packs are loaded and compiled when they are needed.
  ///
  /// - Parameters:
  ///   - languages: The languages.
  ///   - keeper: Where compiled languages are kept; nil for nowhere.
  ///   - load: The packs of a language, with those that serve every language.
  convenience init(
    _ languages: [String], keeper: (any EngineKeeper)? = nil,
    load: @escaping @Sendable (String) throws(PackError) -> [RulePack]
  ) {
    self.init(languages) { (language) throws(PackError) in
      if let kept = keeper?.image(of: language),
        let engine = try? EngineImage.engine(kept, language: language)
      {
        return engine
      }
      let engine = try PackCompiler.compile(language, load(language))
      keeper?.keep(EngineImage.bytes(of: engine), of: language)
      return engine
    }
  }

  /// The engine of a language, made unless that was done.
  ///
  /// - Throws: `PackError` where its packs are at fault.
  func engine(_ language: String) throws(PackError) -> LanguageEngine {
    try engines.withLock { engines in
      if let made = engines[language] { return made }
      let made = Result { () throws(PackError) in try make(language) }
      engines[language] = made
      return made
    }.get()
  }

  /// The same languages, in which one guard more excuses nothing.
  func without(guard id: String) -> EngineShelf {
    EngineShelf(languages) { (language) throws(PackError) in
      try self.engine(language).without(guard: id)
    }
  }
}
