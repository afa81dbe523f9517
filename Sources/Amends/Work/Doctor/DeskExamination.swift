import Glibc
import Ledger
import Store

/// Examines the desk: its folder, its database, and what both lie on.
struct DeskExamination {
  let workplace: Workplace

  /// What was found; a desk that is not there yet is not made.
  var diagnoses: [Diagnosis] {
    let folder = workplace.places.data
    var info = stat()
    guard stat(workplace.places.deskFile, &info) == 0 else {
      return [
        .ok("desk", "none yet: the first command that needs it makes it in \(folder)"), library,
      ]
    }
    return desk + [modes, fileSystem, library] + AuditExamination(workplace: workplace).diagnoses
  }

  private var desk: [Diagnosis] {
    do {
      let store = try workplace.openDesk()
      defer { try? store.close() }
      try store.examine()
      let synchronous = try store.setting(.synchronous)
      let journal = try store.setting(.journalMode)
      let size = Self.size(of: workplace.places.deskFile)
      let whole = Diagnosis.ok(
        "desk",
        "\(workplace.places.deskFile), \(size), whole, synchronous=\(synchronous == "2" ? "FULL" : synchronous),"
          + " journal \(journal)")
      return [whole, sending(try store.freezes()), backup(store.newestBackup)]
    } catch let failure as Failure {
      return [.fault("desk", failure.message, remedy: "the line above says what to do")]
    } catch {
      return [.fault("desk", "\(error)", remedy: "the line above says what to do")]
    }
  }

  private func sending(_ freezes: [Freeze]) -> Diagnosis {
    guard let first = freezes.first else { return .ok("sending", "free") }
    let words = freezes.map(\.inWords).joined(separator: "; ")
    let remedy = "\(first.remedy); then: \(Freeze.allowing(freezes))"
    let isMeant = freezes.allSatisfy { $0.kind == .stopped }
    return isMeant
      ? .note("sending", words, remedy: remedy) : .fault("sending", words, remedy: remedy)
  }

  private func backup(_ newest: String?) -> Diagnosis {
    guard let newest else {
      return .note("backup", "there is none beside the desk", remedy: "run: amends backup")
    }
    return .ok("backup", "the newest is \(newest)")
  }

  private var modes: Diagnosis {
    let folder = workplace.places.data
    var info = stat()
    guard stat(folder, &info) == 0, info.st_mode & 0o077 == 0 else {
      return .note(
        "modes", "others may look into \(folder)", remedy: "run: chmod 700 '\(folder)'")
    }
    return .ok("modes", "folder and files are for their owner alone")
  }

  /// A desk on a file system that is not safe is not opened at all.
  private var fileSystem: Diagnosis {
    .ok(
      "disk",
      MountTable.fileSystem(of: workplace.places.data) ?? "its file system could not be told")
  }

  private var library: Diagnosis {
    guard let version = SQLiteLibrary.version else {
      return .ok("sqlite", "its version could not be told")
    }
    guard SQLiteLibrary.hasResetFault(version) else { return .ok("sqlite", version) }
    return .note(
      "sqlite",
      "\(version) may damage a database when two programs reset its log at once; Amends lets only one"
        + " of its own at a time",
      remedy: "open the desk with nothing else while Amends runs; SQLite 3.51.3 is free of it"
        + " (sqlite.org/wal.html#walresetbug)")
  }

  private static func size(of path: String) -> String {
    var info = stat()
    guard stat(path, &info) == 0 else { return "size unknown" }
    let kibibytes = (Int(info.st_size) + 1023) / 1024
    return kibibytes < 10_240 ? "\(kibibytes) KiB" : "\(kibibytes / 1024) MiB"
  }
}
