import Dispatch
import Glibc
import Store

/// Tells when the desk, or who sends there, was changed; costs nothing while nothing changes.
///
/// The kernel reports that a writer has touched the lock file, and SQLite's change counter says whether that is
/// news. Writes to the database's log are reported too early: before the commit that they belong to can be read.
/// It reports what is written to the lock file of senders, and that its holder's process has let go of it.
struct DeskWatch: Sendable {
  /// What is to be said where there can be none.
  static let complaint =
    "the system watches no more files for this user: raise fs.inotify.max_user_watches or"
    + " max_user_instances; until then the changes of others are not seen"

  private let store: DeskStore
  private let notify: @Sendable () -> Void
  private let descriptor: Int32
  /// What the kernel calls the watch over the writers' lock.
  private let writers: Int32

  /// A watch over the files of a desk; `nil` where the kernel has none left.
  ///
  /// - Parameters:
  ///   - store: The desk, which is open.
  ///   - places: Where its files are.
  ///   - notify: Is called on a thread of the watch's own.
  init?(store: DeskStore, places: Places, notify: @escaping @Sendable () -> Void) {
    self.store = store
    self.notify = notify
    descriptor = inotify_init1(Int32(IN_CLOEXEC))
    writers = inotify_add_watch(descriptor, places.deskLock, UInt32(IN_ATTRIB))
    let sender = inotify_add_watch(
      descriptor, places.senderLock, UInt32(IN_MODIFY | IN_CLOSE_WRITE))
    guard writers >= 0, sender >= 0 else {
      if descriptor >= 0 { close(descriptor) }
      return nil
    }
  }

  /// Watches from a thread of its own, for as long as the program runs.
  func start() {
    DispatchQueue(label: "amends.watch", qos: .utility).async { listen() }
  }

  private func listen() {
    var lastToken = try? store.changeToken()
    var bytes = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &bytes, bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      let token = try? store.changeToken()
      guard token != lastToken || isAboutSender(bytes[..<count]) else { continue }
      lastToken = token ?? lastToken
      notify()
    }
  }

  /// Whether any of the reports is about the lock of senders; watched files come without a name.
  private func isAboutSender(_ reports: ArraySlice<UInt8>) -> Bool {
    let size = MemoryLayout<inotify_event>.size
    return reports.withUnsafeBytes { raw in
      stride(from: 0, through: raw.count - size, by: size).contains {
        raw.loadUnaligned(fromByteOffset: $0, as: inotify_event.self).wd != writers
      }
    }
  }
}
