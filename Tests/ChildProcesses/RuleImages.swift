import Foundation
import Synchronization

/// The compiled rules that the program keeps beside a desk.
///
/// A debug build takes seconds to make them, so they are made once beside the program, and lent to every desk of
/// the tests. The program looks itself whether they still fit its rules.
public enum RuleImages {
  /// A draft in each language.
  private static let drafts = [
    "en": "We are sorry that the glass arrived broken.",
    "de": "Es tut uns leid, dass das Glas zerbrochen ankam.",
    "fr": "Nous sommes désolés que le verre soit arrivé cassé.",
    "es": "Lamentamos que el vaso haya llegado roto.",
    "it": "Ci dispiace che il bicchiere sia arrivato rotto.",
  ]

  private static let names = drafts.keys.map { "rules-\($0).image" }

  /// Lends them to a desk that has none yet.
  public static func lend(to desk: String, of program: String) {
    let folder = desk + "/cache"
    guard let made = made(by: program), mkdir(folder, 0o700) == 0 else { return }
    for name in names {
      try? FileManager.default.copyItem(atPath: "\(made)/\(name)", toPath: "\(folder)/\(name)")
    }
  }

  /// Where they lie, by the program that has made them.
  private static let folders = Mutex<[String: String]>([:])

  private static func made(by program: String) -> String? {
    folders.withLock { folders in
      if folders[program] == nil { folders[program] = make(beside: program) }
      return folders[program]
    }
  }

  /// Makes them, or has the program look whether they still fit.
  private static func make(beside program: String) -> String? {
    let desk = URL(fileURLWithPath: program).deletingLastPathComponent().path + "/rule-images"
    guard mkdir(desk, 0o700) == 0 || errno == EEXIST else { return nil }
    for (language, draft) in drafts {
      let file = "\(desk)/\(language).txt"
      guard (try? draft.write(toFile: file, atomically: true, encoding: .utf8)) != nil,
        let check = try? Child([program, "check", "--rules-only", file, "--desk", desk])
      else { return nil }
      check.wait()
    }
    return desk + "/cache"
  }
}
