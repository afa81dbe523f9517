import AmendsPolicy
import PolicyPacks

/// The packs of a folder, all of which must be sound.
enum PackFolder {
  private static let mostBytes = 1 << 20

  /// Reads every TOML file of a folder, in order of their names.
  ///
  /// - Throws: `Failure` with file, line and reason where one cannot be read, or there is none.
  static func packs(in folder: String) throws(Failure) -> [RulePack] {
    let names = FolderNames.files(in: folder, endingIn: ".toml")
    guard !names.isEmpty else {
      throw Failure(.no, "\(folder) holds no rule pack: a file that ends in .toml is expected")
    }
    var packs: [RulePack] = []
    for name in names { packs.append(try pack("\(folder)/\(name)")) }
    return packs
  }

  private static func pack(_ path: String) throws(Failure) -> RulePack {
    do {
      return try PolicyPacks.parse(
        text: try SmallFile.toml(path, most: mostBytes), file: path)
    } catch let fault as SmallFileFault {
      throw Failure(.no, "\(path): the pack cannot be read: \(fault.words)")
    } catch {
      throw Failure(.no, "\(error)")
    }
  }
}
