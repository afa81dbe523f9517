/// What a client's failure means, by its exit status and its words.
enum IndexAnswer: Equatable {
  /// It is not there after all: a name without a program behind it.
  case absent
  /// It reaches no index.
  case unreachable(String)
  /// The index has nothing that fits this machine.
  case unavailable(String)
  /// The disk is full.
  case noRoom
  /// Something else.
  case failed(String)

  init(_ outcome: ChildProcess.Outcome) {
    let words = outcome.words
    let detail = Self.detail(words) ?? outcome.status.map { "it ended with status \($0)" }
    if outcome.status == 126 || outcome.status == 127 || words.contains("No module named pip") {
      self = .absent
    } else if words.contains("No space left on device") {
      self = .noRoom
    } else if let line = Self.line(of: words, with: Self.unreachable) {
      self = .unreachable(line)
    } else if let line = Self.line(of: words, with: Self.unavailable) {
      self = .unavailable(line)
    } else {
      self = .failed(detail ?? "a signal ended it")
    }
  }

  /// What pip and the libraries beneath it say of the network; pip calls a package missing then, too.
  private static let unreachable = [
    "NewConnectionError", "ConnectTimeoutError", "ReadTimeoutError", "Read timed out",
    "ConnectionResetError", "Connection aborted", "Connection refused", "Connection broken",
    "Temporary failure in name resolution", "Name or service not known", "ProxyError",
    "SSLError", "CERTIFICATE_VERIFY_FAILED", "Max retries exceeded", "Could not fetch URL",
    "HTTP error", "Client Error", "Server Error", "Network is unreachable",
  ]

  private static let unavailable = [
    "Could not find a version that satisfies", "No matching distribution found",
  ]

  private static func line(of words: String, with marks: [String]) -> String? {
    words.split(whereSeparator: \.isNewline).last { line in marks.contains { line.contains($0) } }
      .map(trimmed)
  }

  private static func detail(_ words: String) -> String? {
    let lines = words.split(whereSeparator: \.isNewline)
    return (lines.last { $0.hasPrefix("ERROR:") } ?? lines.last).map(trimmed)
  }

  private static func trimmed(_ line: Substring) -> String {
    for mark in ["ERROR: ", "WARNING: "] where line.hasPrefix(mark) {
      return String(line.dropFirst(mark.count))
    }
    return String(line)
  }
}
