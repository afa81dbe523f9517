#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Who holds an item: a process of one run of the machine, told apart from a later one of the same number.
///
/// Written as `pid:start:boot`, where the start is counted in the kernel's ticks since the boot (proc(5),
/// field 22 of `stat`).
public struct ProcessIdentity: Hashable, Sendable, CustomStringConvertible {
  /// The number of the process.
  public let process: Int32
  private let start: String
  private let boot: String

  /// This process.
  public static var current: ProcessIdentity {
    let process = getpid()
    return ProcessIdentity(
      process: process, start: ProcessTable.start(of: process) ?? "", boot: ProcessTable.boot)
  }

  /// Which run of the machine this is; empty where the system keeps none.
  public static var boot: String { ProcessTable.boot }

  private init(process: Int32, start: String, boot: String) {
    self.process = process
    self.start = start
    self.boot = boot
  }

  /// Reads an identity as it was written; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, let process = Int32(parts[0]), process > 0 else { return nil }
    self.process = process
    start = String(parts[1])
    boot = String(parts[2])
  }

  /// The identity as it is written beside a claim.
  public var description: String { "\(process):\(start):\(boot)" }

  /// Whether the process is still there.
  public var isAlive: Bool {
    boot == ProcessTable.boot && ProcessTable.start(of: process) == start
  }

  /// Whether whoever wrote an identity has ended; an unreadable one counts as ended.
  ///
  /// - Parameter owner: What stands beside a claim.
  /// - Returns: Whether nobody is left to finish what was claimed.
  @Sendable
  public static func isGone(_ owner: String) -> Bool { ProcessIdentity(owner)?.isAlive != true }
}

/// What the kernel says of processes.
private enum ProcessTable {
  /// The identity of this run of the machine; empty where the system keeps none.
  static var boot: String {
    (text(of: "/proc/sys/kernel/random/boot_id") ?? "").filter { $0.isHexDigit || $0 == "-" }
  }

  /// When a process began; `nil` where there is none, or it has ended and only waits to be collected.
  static func start(of process: Int32) -> String? {
    guard let stat = text(of: "/proc/\(process)/stat"), let name = stat.lastIndex(of: ")") else {
      return nil
    }
    let fields = stat[stat.index(after: name)...].split(separator: " ")
    guard fields.count > 19, fields[0] != "Z", fields[0] != "X" else { return nil }
    return String(fields[19])
  }

  private static func text(of path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
    guard count > 0 else { return nil }
    return String(decoding: bytes[0..<count], as: UTF8.self)
  }
}
