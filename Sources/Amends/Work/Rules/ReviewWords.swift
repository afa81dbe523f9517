import AmendsPolicy
import PolicyPacks

/// The words by which reviews are understood: the program's own, or those of a folder that somebody works on.
enum ReviewWords {
  private static let mostBytes = 1 << 20

  /// Who understands reviews by them.
  ///
  /// - Throws: `Failure` with file, line and reason where a list is at fault.
  static func analyst(from folder: String? = nil) throws(Failure) -> ReviewAnalyst {
    do {
      let packs = try folder.map(packs) ?? PolicyPacks.reviewPacks()
      return try ReviewAnalyst(packs: packs)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.no, "\(error)")
    }
  }

  private static func packs(in folder: String) throws -> [ReviewPack] {
    try PolicyPacks.languages.map { language in
      let path = "\(folder)/causes-\(language).toml"
      return try PolicyPacks.parseReviewPack(text: text(of: path), file: path, language: language)
    }
  }

  private static func text(of path: String) throws(Failure) -> String {
    do throws(SmallFileFault) {
      return try SmallFile.toml(path, most: mostBytes)
    } catch {
      throw Failure(.no, "\(path) cannot be read: \(error.words)")
    }
  }
}
