import Glibc

/// What a process was told is safe, in the order in which it was told.
///
/// Each line is one `write` behind the end of the file: it outlives the process.
package final class AckLog: Sendable {
  private let file: Int32

  package init(_ path: String) {
    file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
  }

  deinit { close(file) }

  package func draft(_ id: String, _ revision: Int) { append("draft \(id) \(revision)") }
  package func queued(_ item: String) { append("queued \(item)") }
  package func permit(_ item: String) { append("permit \(item)") }
  package func sent(_ item: String) { append("sent \(item)") }

  private func append(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    guard write(file, bytes, bytes.count) == bytes.count else {
      fatalError("an acknowledgement cannot be written")
    }
  }
}

/// What processes were told is safe.
package struct Acks: Hashable, Sendable {
  /// How many saves were acknowledged.
  package var saves = 0
  /// The newest safe revision of each draft.
  package var drafts: [String: Int] = [:]
  package var queued: Set<String> = []
  package var permits: Set<String> = []
  package var sent: Set<String> = []

  package init() {}

  /// Takes in the lines of a log.
  package mutating func add(_ text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      switch words.first {
      case "draft":
        saves += 1
        drafts[words[1]] = max(drafts[words[1]] ?? 0, Int(words[2]) ?? 0)
      case "queued": queued.insert(words[1])
      case "permit": permits.insert(words[1])
      case "sent": sent.insert(words[1])
      default: break
      }
    }
  }
}
