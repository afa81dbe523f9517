import Glibc
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
    return [desk, modes, fileSystem, library]
  }

  private var desk: Diagnosis {
    do {
      let store = try workplace.openDesk()
      defer { try? store.close() }
      let synchronous = try store.setting(.synchronous)
      let journal = try store.setting(.journalMode)
      guard synchronous == "2", journal == "wal" else {
        return .fault(
          "desk", "commits do not wait for the disk (synchronous \(synchronous), \(journal))",
          remedy: "use a SQLite that allows synchronous=FULL with a write-ahead log")
      }
      let size = Self.size(of: workplace.places.deskFile)
      return .ok(
        "desk", "\(workplace.places.deskFile), \(size), synchronous=FULL, journal \(journal)")
    } catch let failure as Failure {
      return .fault("desk", failure.message, remedy: "the line above says what to do")
    } catch {
      return .fault("desk", "\(error)", remedy: "the line above says what to do")
    }
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

  /// A write-ahead log needs memory shared between processes, which network file systems do not give.
  private var fileSystem: Diagnosis {
    let folder = workplace.places.data
    guard let kind = MountTable.fileSystem(of: folder) else {
      return .ok("disk", "its file system could not be told")
    }
    guard !MountTable.isRemote(kind) else {
      return .fault(
        "disk", "\(folder) lies on \(kind), where several programs may damage the desk",
        remedy: "move it to a local disk, or open another with --desk")
    }
    return .ok("disk", kind)
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
