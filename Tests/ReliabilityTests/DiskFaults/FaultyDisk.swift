import ChildProcesses
import Foundation
import Testing
import Torture

/// A call to the system that fails for a worker: the n-th of its kind on the files of a desk.
struct DiskFault: Hashable, CustomStringConvertible {
  /// How a disk fails.
  enum Kind: String, CaseIterable {
    /// Once, and works again.
    case once = ""
    /// From then on.
    case lasting = "+"
  }

  var call: String
  var number: Int
  var error: String
  var kind: Kind

  var description: String { "\(call) \(number)\(kind.rawValue) fails with \(error)" }
}

/// Runs workers whose calls to the system fail.
struct FaultyDisk {
  /// Every call that writes to a desk, or waits for it.
  static let calls = ["pwrite64", "write", "ftruncate", "fdatasync", "fsync"]

  let scratch: Scratch

  private var log: String { scratch.path + "/calls" }

  /// How a worker ends under a fault, and whether the fault befell it.
  func run(_ order: WorkerOrder, _ fault: DiskFault) throws -> (end: Child.End, hasFailed: Bool) {
    let end = try trace(
      order, fault.call,
      [
        "-e",
        "inject=\(fault.call):error=\(fault.error):when=\(fault.number)\(fault.kind.rawValue)",
      ])
    return (end, scratch.text("calls").contains("(INJECTED)"))
  }

  /// How often one thread of a worker makes each call; strace counts for each thread.
  func count(_ order: WorkerOrder) throws -> [String: Int] {
    try #require(trace(order, Self.calls.joined(separator: ","), []) == .exited(0))
    var counts: [String: [Substring: Int]] = [:]
    for line in scratch.text("calls").split(separator: "\n") {
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      guard words.count > 1, let call = words[1].split(separator: "(").first else { continue }
      counts[String(call), default: [:]][words[0], default: 0] += 1
    }
    return counts.mapValues { $0.values.max() ?? 0 }
  }

  private func trace(
    _ order: WorkerOrder, _ calls: String, _ injection: [String]
  ) throws -> Child.End {
    try? FileManager.default.removeItem(atPath: log)
    let paths = ["", "/desk.sqlite", "/desk.sqlite-wal", "/desk.sqlite-journal"].flatMap {
      ["-P", order.desk + $0]
    }
    return try Child(
      ["/usr/bin/env", "strace", "-f", "-qq", "-o", log, "-e", "trace=\(calls)"] + injection
        + paths + [Programs.worker] + order.arguments
    ).wait()
  }
}
