import ChildProcesses
import Glibc

/// Programs that this test run has built, and those of the machine.
enum Programs {
  static let worker = built("TortureWorker")
  static let amends = built("amends")

  /// Beside the tests, or where the package manager keeps them when a runner of its own runs the tests.
  private static func built(_ name: String) -> String {
    let tests = CommandLine.arguments[0].split(separator: "/").dropLast()
    for count in [0, 2] {
      let path = "/" + tests.dropLast(count).joined(separator: "/") + "/" + name
      if access(path, X_OK) == 0 { return path }
    }
    return package + ".build/debug/" + name
  }

  /// The folder of the package, with a slash behind it.
  private static let package =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/"

  static let mailServer = package + "Tests/ReliabilityTests/Server/mail_server.py"

  /// Whether a program of the machine runs with arguments.
  static func run(_ arguments: [String]) -> Bool {
    (try? Child(["/usr/bin/env"] + arguments).wait()) == .exited(0)
  }

  static let hasPython = run(["python3", "-c", "import asyncio"])

  /// Whether system calls can be traced here: strace is there, and the kernel lets it.
  static let hasTrace = run(["strace", "-f", "-e", "trace=none", "-o", "/dev/null", "true"])
}
