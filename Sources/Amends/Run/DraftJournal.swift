import AmendsPolicy
import Glibc
import Ledger
import ReaderInstall
import Store
import Synchronization

/// A file for drafts that the desk cannot take: made when it is needed, on another file system where there is
/// one, and read back at the next start.
///
/// A line holds one state of a draft and a sum over it. The file belongs to one run of the program, which
/// holds a lock on it; what nobody holds was left over.
final class DraftJournal: Sendable {
  private let folder: String
  private let prefix: String
  private let file = Mutex<Open?>(nil)

  private struct Open {
    var descriptor: Int32
    var path: String
  }

  static let suffix = ".journal"

  /// A journal of a desk in a folder for such files; nothing is made yet.
  init(of desk: String, in folder: String) {
    self.folder = folder
    prefix = "drafts-\(Self.name(of: desk))-"
  }

  deinit {
    file.withLock { if let open = $0 { close(open.descriptor) } }
  }

  /// Files of different desks have different names.
  private static func name(of desk: String) -> String {
    let real = realpath(desk, nil)
    defer { free(real) }
    let path = real.map { String(cString: $0) } ?? desk
    return String(JournalLine.sum(of: Array(path.utf8)).prefix(12))
  }

  /// The folder for the journals of a workplace: in memory where the system has such a place for this user.
  static func folder(of places: Places) -> String {
    guard let runtime = Environment.value("XDG_RUNTIME_DIR"), runtime.hasPrefix("/"),
      access(runtime, W_OK | X_OK) == 0
    else { return places.state }
    return runtime + "/amends"
  }

  /// Adds a draft; gives the path, or `nil` where that is impossible too.
  func write(_ draft: Draft) -> String? {
    file.withLock { file in
      if file == nil { file = make() }
      guard let open = file else { return nil }
      let line = JournalLine.bytes(of: draft)
      let isWritten = Descriptor.write(line[...], to: open.descriptor) == nil
      return isWritten && fsync(open.descriptor) == 0 ? open.path : nil
    }
  }

  /// Removes the file, for all that is in it is in the desk by now.
  func forget() {
    file.withLock { file in
      guard let open = file else { return }
      unlink(open.path)
      close(open.descriptor)
      file = nil
    }
  }

  private func make() -> Open? {
    PrivateFolder.make(folder)
    let random = String(UInt64.random(in: .min ... .max), radix: 16)
    let path = "\(folder)/\(prefix)\(random)\(Self.suffix)"
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { return nil }
    flock(descriptor, LOCK_EX | LOCK_NB)
    return Open(descriptor: descriptor, path: path)
  }
}

extension DraftJournal {
  /// Brings back what earlier runs had to leave in journals, and says what became of it.
  ///
  /// A journal whose drafts are all in the desk is removed; one that holds others is kept, and named.
  func replay(into store: DeskStore) -> [String] {
    FolderNames.files(in: folder, endingIn: Self.suffix).filter { $0.hasPrefix(prefix) }.sorted()
      .compactMap { replay("\(folder)/\($0)", into: store) }
  }

  private func replay(_ path: String, into store: DeskStore) -> String? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, (try? FileCheck.check(path)) != nil else {
      return nil
    }
    guard let bytes = try? SmallFile.bytes(descriptor, most: Self.mostBytes) else {
      return "\(path) holds drafts and cannot be read"
    }
    let (drafts, damaged) = JournalLine.drafts(in: bytes)
    let refused = drafts.filter { !Self.isTaken($0, by: store) }.count
    guard refused == 0, damaged == 0 else {
      rename(path, path + ".kept")
      return "\(path).kept holds drafts that the desk does not take (any more)"
    }
    unlink(path)
    let count = drafts.count == 1 ? "a draft was" : "\(drafts.count) drafts were"
    return "\(count) brought back that the desk could not take before"
  }

  private static let mostBytes = 64 << 20

  private static func isTaken(_ draft: Draft, by store: DeskStore) -> Bool {
    do {
      try store.save(draft)
      return true
    } catch .olderRevision {
      return true
    } catch {
      return false
    }
  }
}
