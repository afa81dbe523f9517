import Dispatch
import Glibc
import Inbox
import Store
import Terminal

/// Tells the inbox when the desk was changed; costs nothing while nobody changes it.
///
/// The kernel reports writes to the database's log, and SQLite's change counter says whether they are news.
struct DeskWatch: Sendable {
  private let store: DeskStore
  private let mailbox: Mailbox<Event>
  private let descriptor: Int32

  /// A watch over the log file of a desk; `nil` where the kernel has none left.
  init?(store: DeskStore, logPath: String, mailbox: Mailbox<Event>) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    guard inotify_add_watch(descriptor, logPath, UInt32(IN_MODIFY)) >= 0 else {
      close(descriptor)
      return nil
    }
    self.store = store
    self.mailbox = mailbox
  }

  /// Watches from a thread of its own, for as long as the program runs.
  func start() {
    DispatchQueue(label: "amends.watch", qos: .utility).async { listen() }
  }

  private func listen() {
    var lastToken = try? store.changeToken()
    var bytes = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &bytes, bytes.count) > 0 {
      guard let token = try? store.changeToken(), token != lastToken else { continue }
      lastToken = token
      mailbox.post(.deskChanged)
    }
  }
}
