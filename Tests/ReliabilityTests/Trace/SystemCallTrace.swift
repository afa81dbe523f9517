import ChildProcesses
import Foundation
import Testing

/// What a program did to the files of a folder, as strace saw it.
struct SystemCallTrace {
  private static let calls =
    "openat,pwrite64,write,ftruncate,fsync,fdatasync,unlink,unlinkat"

  /// In the order in which it happened: writing as it began, waiting for the disk as it ended.
  private(set) var operations: [DiskOperation] = []
  /// Which files are there by now.
  private var files: Set<String>
  private let folder: String
  /// What threads have begun to wait for.
  private var waiting: [String: String] = [:]

  /// Runs a program under strace, and reads what it did in a folder.
  ///
  /// - Parameters:
  ///   - program: The program and its arguments.
  ///   - folder: The folder; what happens elsewhere is left out.
  ///   - files: The files that are there before.
  ///   - log: Where strace writes.
  /// - Throws: What running the program or reading the log throws.
  init(of program: [String], in folder: String, files: some Sequence<String>, log: String) throws {
    self.folder = folder
    self.files = Set(files)
    let strace = [
      "/usr/bin/env", "strace", "-f", "-qq", "-y", "-xx", "-s", "100000", "-e",
      "trace=\(Self.calls)", "-o", log,
    ]
    try #require(Child(strace + program).wait() == .exited(0))
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: log)))
    for line in bytes.split(separator: UInt8(ascii: "\n")) { read(line) }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    var scanner = TraceScanner(line)
    guard let thread = scanner.upTo(" ") else { return }
    while scanner.take(" ") {}
    if scanner.take("<... ") {
      if let path = waiting.removeValue(forKey: thread) { note(.sync(path)) }
      return
    }
    switch scanner.upTo("(") {
    case "pwrite64", "write": readWrite(&scanner)
    case "openat": readOpening(&scanner)
    case "ftruncate":
      if let path = scanner.descriptor(), scanner.take(", "), let length = scanner.number() {
        note(.truncate(path, length))
      }
    case "fsync", "fdatasync":
      guard let path = scanner.descriptor() else { return }
      if scanner.take(")") { note(.sync(path)) } else { waiting[thread] = path }
    case "unlink", "unlinkat": readRemoval(&scanner)
    default: break
    }
  }

  private mutating func readWrite(_ scanner: inout TraceScanner) {
    guard let path = scanner.descriptor(), scanner.take(", "), let bytes = scanner.string(),
      scanner.take(", "), scanner.number() != nil
    else { return }
    note(.write(path, at: scanner.take(", ") ? scanner.number() : nil, bytes))
  }

  private mutating func readOpening(_ scanner: inout TraceScanner) {
    guard let at = scanner.descriptor(), scanner.take(", "), let name = scanner.string() else {
      return
    }
    let path = Self.path(at, name)
    guard scanner.text.contains("O_CREAT"), !scanner.text.contains("= -1") else { return }
    if files.insert(path).inserted { note(.create(path)) }
  }

  private mutating func readRemoval(_ scanner: inout TraceScanner) {
    let at = scanner.descriptor() ?? ""
    _ = scanner.take(", ")
    guard let name = scanner.string(), !scanner.text.contains("= -1") else { return }
    let path = Self.path(at, name)
    if files.remove(path) != nil { note(.remove(path)) }
  }

  private static func path(_ folder: String, _ name: [UInt8]) -> String {
    let name = String(decoding: name, as: UTF8.self)
    return name.hasPrefix("/") ? name : "\(folder)/\(name)"
  }

  /// Keeps what happened in the folder; the memory that processes share is made anew after a power cut.
  private mutating func note(_ operation: DiskOperation) {
    let path =
      switch operation {
      case .create(let path), .remove(let path), .write(let path, _, _), .truncate(let path, _),
        .sync(let path):
        path
      }
    guard path == folder || path.hasPrefix(folder + "/"), !path.hasSuffix("-shm") else { return }
    operations.append(operation)
  }
}
