import Glibc

/// How many instructions a piece of work takes, counted by valgrind: the same on a busy machine as on an idle one.
///
/// Valgrind cannot read what compilers say about Swift's own library, so it is given a copy of the program without it.
enum InstructionCount {
  /// The instructions of a check, as the difference of two runs of this program divided by the checks between them.
  ///
  /// Nil where valgrind or strip is not installed, or fails.
  static func ofCheck(length: Int) -> Int? {
    let (few, many) = (20, 120)
    guard let folder = try? TemporaryFolder(isKept: false) else { return nil }
    let program = "\(folder.path)/amends"
    guard let own = ownPath, ChildProcess.run(["strip", "-o", program, own]) == 0,
      let less = run(program, few, length, in: folder.path),
      let more = run(program, many, length, in: folder.path)
    else { return nil }
    return (more - less) / (many - few)
  }

  private static func run(
    _ program: String, _ checks: Int, _ length: Int, in folder: String
  ) -> Int? {
    let log = "\(folder)/callgrind.log"
    let arguments = [
      "valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-file=\(log)",
      program, "bench", "--only-checks", "\(checks)", "--length", "\(length)",
    ]
    guard ChildProcess.run(arguments) == 0, let text = try? SmallFile.text(log, most: 1 << 16)
    else { return nil }
    return count(in: text)
  }

  private static var ownPath: String? {
    guard let resolved = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The figure behind `Collected :` in valgrind's log.
  static func count(in log: String) -> Int? {
    let line = log.split(separator: "\n").last { $0.contains("Collected :") }
    return line?.split(separator: " ").last.flatMap { Int($0) }
  }
}
