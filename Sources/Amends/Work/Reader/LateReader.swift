import AmendsPolicy
import Crypto
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

/// Why the installed reader cannot be used, with what to do about it.
struct ReaderFault: Error {
  var words: String
}

/// A model file that the program can use.
enum InstalledModel {
  /// Opens a model, and checks that it is whole and made by this program.
  ///
  /// - Throws: `ReaderFault`.
  static func open(
    _ file: String
  ) throws(ReaderFault) -> (reader: InstalledReader, weights: JointWeights) {
    let weights = try weights()
    let model = try model(file)
    guard model.adapterHash.hexadecimal == weights.adapter else {
      throw ReaderFault(
        words: "\(file) was installed by another version: run `amends reader install` again")
    }
    return (InstalledReader(model: model), weights)
  }

  private static func model(_ file: String) throws(ReaderFault) -> ReaderModel {
    do throws(ModelFault) {
      let model = try ReaderModel(path: file)
      try model.verify { Array(SHA256.hash(data: $0)) }
      return model
    } catch {
      throw ReaderFault(words: "\(file): \(error): run `amends reader install` again")
    }
  }

  /// The weights that the program carries.
  ///
  /// - Throws: `ReaderFault` where they are at fault, which the tests rule out.
  static func weights() throws(ReaderFault) -> JointWeights {
    do throws(WeightsFault) {
      return try JointWeights(json: ReaderFiles.weights)
    } catch {
      throw ReaderFault(words: "the program's own weights are at fault: \(error.reason)")
    }
  }
}

extension [UInt8] {
  /// The bytes in hexadecimal.
  var hexadecimal: String {
    map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }
}
