import Glibc
import Store

/// One process of the torture.
package enum Worker {
  /// Who has started this process, and watches it.
  private static let watcher = getppid()

  /// Does what the order says; returns where that comes to an end.
  package static func work(_ order: WorkerOrder) throws {
    _ = watcher
    switch order.role {
    case .agent: try Agent(order).work()
    case .sender: try SendingWorker(order).work()
    case .once: try SendingWorker(order).once()
    case .leased: try LeasedWorker(order).work()
    case .recorder: try Recorder(order).work()
    case .hasty: try HastyRecorder(order).work()
    }
  }

  /// Gives others a turn; a process that nobody watches any more ends.
  static func rest(_ milliseconds: UInt32) {
    usleep(milliseconds * 1000)
    if getppid() != watcher { exit(0) }
  }
}
