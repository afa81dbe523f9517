import Ledger
import Store

/// The files around the database that may hold something of one person.
struct PersonalFiles {
  let places: Places
  let plan: ErasurePlan

  /// Texts that are lent to an editor while a draft is written in it.
  private var editorFolder: String { places.editorFolder }

  /// The files that must go with the person: refused rows that name them, and drafts to them in an editor.
  ///
  /// Rows that were refused stand in the imported file too, so the whole file goes; a file that cannot be
  /// looked into is told and stays.
  var found: [String] { rejected + lent }

  private var rejected: [String] {
    let names = FolderNames.all(in: places.data).filter(RejectedFile.isOurs)
    return names.map { "\(places.data)/\($0)" }.filter(holdsTrace)
  }

  private var lent: [String] {
    let begun = plan.reviews.map { "reply-\($0.number)-" }
    return FolderNames.all(in: editorFolder).filter { name in
      begun.contains { name.contains($0) } || holdsTrace("\(editorFolder)/\(name)")
    }.map { "\(editorFolder)/\($0)" }
  }

  private func holdsTrace(_ path: String) -> Bool {
    do throws(SmallFileFault) {
      return try TraceSearch(plan.traces).finds(inFile: path)
    } catch {
      StandardError.say("\(path) was not looked into: \(error.words); see to it yourself")
      return false
    }
  }

  /// Copies of the desk, which hold whoever was in it when they were made.
  var copies: [String] {
    let beside = FolderNames.all(in: places.data)
      .filter { $0.hasPrefix("desk") && $0.contains(".sqlite") && !Self.isLive($0) }
      .map { "\(places.data)/\($0)" }
    let folder = "\(places.data)/backups"
    return beside + FolderNames.all(in: folder).map { "\(folder)/\($0)" }
  }

  private static func isLive(_ name: String) -> Bool {
    ["desk.sqlite", "desk.sqlite-wal", "desk.sqlite-shm", "desk.sqlite-journal"].contains(name)
  }
}
