import AmendsPolicy
import Glibc
import PolicyPacks

/// The wording rules in force: the program's packs and a person's own.
struct WordingRules: Sendable {
  private static let mostPackBytes = 1 << 20

  let policy: WordingPolicy
  /// Packs of one's own that are not in force, each with the reason.
  let faults: [String]
  /// The packs that are in force.
  let packs: [RulePack]

  /// Loads the packs of the program and those of a folder, where there is one.
  ///
  /// Packs of one's own that do not fit are left out and told; the program's own stay in force.
  /// - Throws: `Failure` where the program's own packs are at fault.
  init(folder: String) throws(Failure) {
    let own = Self.ownPacks(in: folder)
    do throws(PackError) {
      let built = try PolicyPacks.embedded()
      let (policy, fault) = try Self.compile(built, own.packs)
      self.policy = policy
      packs = fault == nil ? built + own.packs : built
      faults = own.faults + (fault.map { ["\($0); none of your packs is in force"] } ?? [])
    } catch {
      throw Failure(.part, "the program's own rule packs are at fault: \(error)")
    }
  }

  private static func compile(
    _ built: [RulePack],
    _ own: [RulePack]
  ) throws(PackError) -> (WordingPolicy, PackError?) {
    do throws(PackError) {
      return (try WordingPolicy(packs: built + own), nil)
    } catch {
      return (try WordingPolicy(packs: built), error)
    }
  }

  private static func ownPacks(in folder: String) -> (packs: [RulePack], faults: [String]) {
    var packs: [RulePack] = []
    var faults: [String] = []
    for name in FolderNames.files(in: folder, endingIn: ".toml") {
      let path = "\(folder)/\(name)"
      do {
        packs.append(
          try PolicyPacks.parse(
            text: try SmallFile.toml(path, most: mostPackBytes), file: path))
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
  ///
  /// - Throws: `Failure` where the program's own packs are at fault.
  func wordingRules() throws(Failure) -> WordingRules {
    let rules = try WordingRules(folder: configuration.packs ?? places.packs)
    for fault in rules.faults { StandardError.say(fault) }
    return rules
  }
}

/// What lies in a folder.
enum FolderNames {
  /// The names of the files in a folder that end in a certain way, in order; none where it is missing.
  static func files(in folder: String, endingIn suffix: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = name(of: entry)
      if name.hasSuffix(suffix), !name.hasPrefix(".") { names.append(name) }
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
