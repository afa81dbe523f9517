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
  private let events: FileEvents
  /// What the kernel calls the watch over the writers' lock.
  private let writers: Int32

  /// A watch over the files of a desk; `nil` where the kernel has none left.
  ///
  /// - Parameters:
  ///   - store: The desk, which is open.
  ///   - places: Where its files are.
  ///   - notify: Is called on a thread of the watch's own.
  init?(store: DeskStore, places: Places, notify: @escaping @Sendable () -> Void) {
    guard let events = FileEvents(),
      let writers = events.watch(places.deskLock, Int32(IN_ATTRIB)),
      events.watch(places.senderLock, Int32(IN_MODIFY), Int32(IN_CLOSE_WRITE)) != nil
    else { return nil }
    self.store = store
    self.notify = notify
    self.events = events
    self.writers = writers
  }

  /// Watches from a thread of its own, for as long as the program runs.
  func start() {
    DispatchQueue(label: "amends.watch", qos: .utility).async { listen() }
  }

  private func listen() {
    var lastToken = try? store.changeToken()
    while let changes = events.next() {
      let token = try? store.changeToken()
      guard token != lastToken || changes.contains(where: { $0.watch != writers }) else { continue }
      lastToken = token ?? lastToken
      notify()
    }
  }
}
