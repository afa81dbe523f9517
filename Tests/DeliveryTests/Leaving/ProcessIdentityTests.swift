import Foundation
import Testing

@testable import Delivery

@Suite("Who holds an item")
struct ProcessIdentityTests {
  @Test("this process is alive, and is read back as it was written")
  func current() {
    let current = ProcessIdentity.current
    #expect(current.isAlive)
    #expect(ProcessIdentity(current.description) == current)
    #expect(!ProcessIdentity.isGone(current.description))
    #expect(current.description.hasPrefix("\(getpid()):"))
  }

  @Test(
    "a process of the same number that began at another time, or before a restart, is another one")
  func others() {
    let parts = ProcessIdentity.current.description.split(separator: ":")
    #expect(ProcessIdentity.isGone("\(parts[0]):1:\(parts[2])"))
    #expect(ProcessIdentity.isGone("\(parts[0]):\(parts[1]):another-boot"))
  }

  @Test("a process that has ended is gone")
  func ended() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/cat")
    let input = Pipe()
    process.standardInput = input
    try process.run()
    let owner = try owner(of: process.processIdentifier)
    #expect(!ProcessIdentity.isGone(owner))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(ProcessIdentity.isGone(owner))
  }

  @Test("a process that has ended but was not collected yet is gone")
  func zombie() throws {
    var process: pid_t = 0
    #expect(posix_spawn(&process, "/bin/true", nil, nil, [nil], [nil]) == 0)
    var info = siginfo_t()
    #expect(waitid(P_PID, id_t(process), &info, WEXITED | WNOWAIT) == 0)
    #expect(ProcessIdentity.isGone(try owner(of: process)))
    #expect(waitpid(process, nil, 0) == process)
  }

  /// What a process would write beside a claim, read from outside.
  private func owner(of process: pid_t) throws -> String {
    let boot = ProcessIdentity.current.description.split(separator: ":")[2]
    let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    let start = stat.split(separator: ")").last?.split(separator: " ").dropFirst(19).first ?? ""
    return "\(process):\(start):\(boot)"
  }

  @Test(
    "what nobody wrote counts as gone",
    arguments: [
      "", ":", "::", "x:1:b", "0:1:b", "-1:1:b", "1:1", "1:1:b:c", "99999999999:1:b",
    ])
  func garbage(_ text: String) {
    #expect(ProcessIdentity.isGone(text))
  }
}
