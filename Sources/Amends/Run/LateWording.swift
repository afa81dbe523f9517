import AmendsPolicy
import Synchronization

/// The wording rules, compiled on another thread while the first screen is already up.
///
/// Whoever needs them earlier waits for them.
final class LateWording: Sendable {
  private let folder: String
  private let cache: String
  private let made = Mutex<WordingPolicy?>(nil)

  /// The rules of the program, and of a person's own packs in a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder of packs of one's own.
  ///   - cache: The folder in which compiled languages are kept.
  init(folder: String, cache: String) {
    self.folder = folder
    self.cache = cache
  }

  /// The rules and the second reader together.
  func judge(with reader: LateReader) -> DraftJudge { DraftJudge(policy: policy, reader: reader) }

  /// The rules; compiled when nobody has asked for them before.
  var policy: WordingPolicy { load().policy }

  /// Compiles the rules unless that was done, and says which packs are not in force.
  func load() -> (policy: WordingPolicy, faults: [String]) {
    made.withLock { made in
      if let policy = made { return (policy, []) }
      let (policy, faults) = compile()
      made = policy
      return (policy, faults)
    }
  }

  private func compile() -> (WordingPolicy, [String]) {
    let rules = WordingRules(folder: folder, cache: cache)
    if let usual = rules.policy.languages.first { try? rules.policy.prepare(usual) }
    return (rules.policy, rules.faults)
  }
}
