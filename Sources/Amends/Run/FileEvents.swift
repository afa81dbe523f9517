import Glibc

/// Waits for changes of files and folders, as the kernel tells of them (inotify(7)); costs nothing meanwhile.
final class FileEvents: Sendable {
  /// One change.
  struct Change {
    /// The number of the watch that saw it.
    var watch: Int32
    /// The name of the file within a watched folder; empty for the watched thing itself.
    var name: String
    /// Whether so much happened that the kernel lost count.
    var isOverflow: Bool
  }

  private let descriptor: Int32

  /// `nil` where the kernel has no watches left.
  init?() {
    descriptor = inotify_init1(Int32(IN_CLOEXEC))
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Watches a path for kinds of changes; gives the number of the watch, or `nil` where it cannot be watched.
  func watch(_ path: String, _ kinds: Int32...) -> Int32? {
    let number = inotify_add_watch(descriptor, path, UInt32(bitPattern: kinds.reduce(0, |)))
    return number < 0 ? nil : number
  }

  /// Waits for the next changes; `nil` where there will be none any more.
  func next() -> [Change]? {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { return Self.changes(bytes.prefix(count)) }
      if count == 0 || errno != EINTR { return nil }
    }
  }

  private static func changes(_ bytes: ArraySlice<UInt8>) -> [Change] {
    var changes: [Change] = []
    var rest = bytes
    let head = MemoryLayout<inotify_event>.size
    while rest.count >= head {
      let event = rest.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
      let name = rest.dropFirst(head).prefix(Int(event.len)).prefix { $0 != 0 }
      changes.append(
        Change(
          watch: event.wd, name: String(decoding: name, as: UTF8.self),
          isOverflow: event.mask & UInt32(IN_Q_OVERFLOW) != 0))
      rest = rest.dropFirst(head + Int(event.len))
    }
    return changes
  }
}
