import AmendsPolicy
import Glibc
import Reader
import Synchronization

/// The second reader of this machine, opened when a draft first needs it.
final class LateReader: Sendable {
  /// Whether it can be asked.
  enum Standing: Sendable {
    case ready(InstalledReader, JointWeights)
    /// Why not, and what to do about it; empty where a person has switched it off.
    case absent(String)
  }

  /// What it may do.
  let mode: ReaderMode
  private let files: [String]
  private let allowed: AllowedReadings
  private let found = Mutex<Standing?>(nil)

  /// A reader whose model is the first of some files that is there, and some of whose readings are not told.
  init(
    files: [String], allowed: AllowedReadings = AllowedReadings(file: ""), mode: ReaderMode
  ) {
    self.files = files
    self.allowed = allowed
    self.mode = mode
  }

  /// Whether it can be asked; the first call opens it, and reads the whole of its file once.
  var standing: Standing {
    found.withLock { found in
      if let found { return found }
      let standing = mode == .off ? .absent("") : open()
      found = standing
      return standing
    }
  }

  /// The model file that is there; nil for none.
  var file: String? { files.first { access($0, F_OK) == 0 } }

  private func open() -> Standing {
    guard let file else {
      return .absent("the second reader is not installed: run `amends reader install`")
    }
    do throws(ReaderFault) {
      let (reader, weights) = try InstalledModel.open(file)
      return .ready(reader, weights)
    } catch {
      return .absent(error.words)
    }
  }

  /// What it makes of a draft and its case; nil where it cannot be asked.
  func second(_ policy: WordingPolicy, _ draft: String, _ context: DraftContext) -> SecondOpinion? {
    guard case .ready(let reader, let weights) = standing else { return nil }
    var second = SecondOpinion(
      on: policy.readerCases(of: draft, in: context), of: reader, weights: weights, mode: mode)
    second.silenced = allowed.rules(of: draft)
    return second
  }
}
