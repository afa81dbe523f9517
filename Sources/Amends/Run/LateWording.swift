import AmendsPolicy
import Synchronization

/// The wording rules, compiled on another thread while the first screen is already up.
///
/// Whoever needs them earlier waits for them.
final class LateWording: Sendable {
  private let folder: String
  private let cache: String
  private let made = Mutex<WordingRules?>(nil)
  private let sum = Mutex<String?>(nil)

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

  /// The sum over all packs in force; made when it is first asked for.
  var packsSum: String {
    let rules = load()
    return sum.withLock { sum in
      let known = sum ?? rules.packsSum
      sum = known
      return known
    }
  }

  /// Compiles the rules unless that was done, and says which packs are not in force.
  @discardableResult
  func load(faults tell: (String) -> Void = { _ in }) -> WordingRules {
    made.withLock { made in
      if let rules = made { return rules }
      let rules = WordingRules(folder: folder, cache: cache)
      if let usual = rules.policy.languages.first { try? rules.policy.prepare(usual) }
      for fault in rules.faults { tell(fault) }
      made = rules
      return rules
    }
  }
}

extension Workplace {
  /// The wording rules of this workplace, which are compiled when they are first needed.
  func lateWording() -> LateWording {
    LateWording(folder: configuration.packs ?? places.packs, cache: places.cache)
  }
}
