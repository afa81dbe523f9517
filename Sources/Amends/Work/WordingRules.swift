import AmendsPolicy
import Digests
import Glibc
import PolicyPacks

/// The wording rules in force: the program's packs and a person's own.
struct WordingRules: Sendable {
  private static let mostPackBytes = 1 << 20

  let policy: WordingPolicy
  /// Packs of one's own that are not in force, each with the reason.
  let faults: [String]
  /// A person's own packs that are in force.
  private let own: [OwnPack]

  private struct OwnPack {
    var pack: RulePack
    var text: String
  }

  /// Takes the packs of the program and those of a folder, where there is one.
  ///
  /// Languages are compiled when they are needed, but for those that a person's own packs change: packs that do not
  /// fit are left out and told, and the program's own stay in force.
  ///
  /// - Parameters:
  ///   - folder: The folder of packs of one's own.
  ///   - cache: The folder in which compiled languages are kept; nil for none.
  init(folder: String, cache: String? = nil) {
    let own = Self.ownPacks(in: folder)
    let keeper = cache.flatMap { EngineFolder(folder: $0, packs: Self.files(in: folder)) }
    let packs = own.packs.map(\.pack)
    let policy = Self.policy(with: packs, keeper: keeper)
    do throws(PackError) {
      for language in Self.changed(by: packs) { try policy.prepare(language) }
      self.policy = policy
      self.own = own.packs
      faults = own.faults
    } catch {
      self.policy = PolicyPacks.policy
      self.own = []
      faults = own.faults + ["\(error); none of your packs is in force"]
    }
  }

  /// The packs that are in force.
  ///
  /// - Throws: `Failure` where the program's own are at fault.
  func packs() throws(Failure) -> [RulePack] {
    do throws(PackError) {
      return try PolicyPacks.embedded() + own.map(\.pack)
    } catch {
      throw Failure(.part, "the program's own rule packs are at fault: \(error)")
    }
  }

  /// The SHA-256 sum over the texts of all packs in force, the program's own first, in hexadecimal digits.
  var packsSum: String {
    var hashing = Hashing()
    for text in PolicyPacks.embeddedTexts + own.map(\.text) {
      hashing.update("\(text.utf8.count):")
      hashing.update(text)
    }
    return hashing.finish().description
  }

  private static func files(in folder: String) -> [String] {
    FolderNames.files(in: folder, endingIn: ".toml").map { "\(folder)/\($0)" }
  }

  private static func policy(
    with own: [RulePack], keeper: EngineFolder?
  ) -> WordingPolicy {
    let new = own.map(\.language).filter {
      $0 != RulePack.anyLanguage && !PolicyPacks.languages.contains($0)
    }
    return WordingPolicy(
      languages: PolicyPacks.languages + Set(new).sorted(), keeper: keeper
    ) {
      (language) throws(PackError) in
      try PolicyPacks.embedded(for: language, examples: false)
        + own.filter { $0.language == language || $0.language == RulePack.anyLanguage }
    }
  }

  /// The languages whose engines a person's own packs change.
  private static func changed(by own: [RulePack]) -> [String] {
    let languages = Set(own.map(\.language))
    return languages.contains(RulePack.anyLanguage)
      ? PolicyPacks.languages
        + languages.subtracting(PolicyPacks.languages).sorted()
        .filter { $0 != RulePack.anyLanguage }
      : languages.sorted()
  }

  private static func ownPacks(in folder: String) -> (packs: [OwnPack], faults: [String]) {
    var packs: [OwnPack] = []
    var faults: [String] = []
    for path in files(in: folder) {
      do {
        let text = try SmallFile.toml(path, most: mostPackBytes)
        packs.append(OwnPack(pack: try PolicyPacks.parse(text: text, file: path), text: text))
      } catch let fault as SmallFileFault {
        faults.append("\(path): the pack cannot be read: \(fault.words)")
      } catch {
        faults.append("\(error); this pack is not in force")
      }
    }
    return (packs, faults)
  }
}

extension Workplace {
  /// The wording rules in force; says on standard error which packs are not.
  func wordingRules() -> WordingRules {
    let rules = WordingRules(
      folder: configuration.packs ?? places.packs, cache: places.cache)
    for fault in rules.faults { StandardError.say(fault) }
    return rules
  }
}

/// What lies in a folder.
enum FolderNames {
  /// The names of the files in a folder that end in a certain way, in order; none where it is missing.
  static func files(in folder: String, endingIn suffix: String) -> [String] {
    all(in: folder).filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }
  }

  /// The names of everything in a folder, in order; none where it is missing.
  static func all(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = name(of: entry)
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The name of an entry that `readdir` gave.
  static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
  }
}
