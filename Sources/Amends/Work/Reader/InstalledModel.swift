import AmendsPolicy
import Digests
import Reader

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
    guard Checksum(model.adapterHash)?.description == weights.adapter else {
      throw ReaderFault(
        words: "\(file) was installed by another version: run `amends reader install` again")
    }
    return (InstalledReader(model: model), weights)
  }

  private static func model(_ file: String) throws(ReaderFault) -> ReaderModel {
    do throws(ModelFault) {
      let model = try ReaderModel(path: file)
      try model.verify { Checksum(of: $0).bytes }
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

  /// The same for commands that cannot go on without them.
  static func ownWeights() throws(Failure) -> JointWeights {
    do throws(ReaderFault) {
      return try weights()
    } catch {
      throw Failure(.part, error.words)
    }
  }
}
