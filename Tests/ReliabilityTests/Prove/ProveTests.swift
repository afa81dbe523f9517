import Foundation
import Proof
import Testing

extension Reliability {
  @Suite("`amends doctor --prove`")
  struct ProveTests {
    /// The answer of a short proof.
    private struct Answer: Decodable {
      struct Run: Decodable {
        var run: String
        var attempts: Int
        var left: Int
        var refused: Int
        var gaveUp: Int
        var violations: Int
        var worstWaitMilliseconds: Double
        var writesPerSecond: Int
        var damage: String?
      }

      var verdict: String
      var processes: Int
      var runs: [Run]
    }

    @Test("many processes break no limit, a rogue breaks none, the control breaks some")
    func contention() throws {
      let scratch = try Scratch()
      let seconds = Profile.size(quick: 9, full: 60)
      let processes = Profile.size(quick: 16, full: 64)
      let (status, output) = try Self.amends(
        ["doctor", "--prove", "\(seconds)", "--processes", "\(processes)", "--json"], scratch)
      let answer = try JSONDecoder().decode(Answer.self, from: output)
      for run in answer.runs {
        Profile.report(
          "\(run.run), \(answer.processes) processes: \(run.attempts) attempts, \(run.left) left,"
            + " \(run.violations) violations, worst wait \(Int(run.worstWaitMilliseconds)) ms,"
            + " \(run.writesPerSecond) writes/s")
        #expect(run.damage == nil)
        #expect(run.left > 0)
        #expect((run.violations > 0) == (run.run == "careless"), "\(run)")
      }
      #expect(answer.runs.map(\.run) == ["ledger", "rogue", "careless"])
      #expect(answer.verdict == "held")
      #expect(status == 0)
      #expect(scratch.names("").filter { $0 != "output" }.isEmpty, "the scratch desk stays behind")
    }

    @Test("people read a table with its verdict, and a desk that is there is not touched")
    func table() throws {
      let scratch = try Scratch()
      _ = try Self.amends(["list"], scratch)
      let before = scratch.names("")
      let (_, output) = try Self.amends(
        ["doctor", "--prove", "3", "--processes", "8"], scratch)
      let text = String(decoding: output, as: UTF8.self)
      for word in ["attempts", "violations", "as Amends sends", "rogue", "without ledger"] {
        #expect(text.contains(word), "\(word)")
      }
      #expect(scratch.names("") == before)
    }

    @Test(
      "a wrong command line is refused",
      arguments: [
        ["doctor", "30"], ["doctor", "--processes", "8"], ["doctor", "--prove", "2"],
        ["doctor", "--prove", "--processes", "1"], ["doctor", "--rival", "ledger:9:8:1"],
      ])
    func usage(_ arguments: [String]) throws {
      #expect(try Self.amends(arguments, Scratch()).status == 2)
    }

    /// Runs the program on the desk of a folder.
    private static func amends(
      _ arguments: [String], _ scratch: Scratch
    ) throws -> (status: Int32, output: Data) {
      let process = Process()
      let pipe = Pipe()
      process.executableURL = URL(fileURLWithPath: Programs.amends)
      process.arguments = arguments + ["--desk", scratch.path]
      process.environment = ["HOME": scratch.path, "PATH": "/usr/bin:/bin", "TZ": "UTC"]
      process.standardOutput = pipe
      process.standardError = FileHandle(forWritingAtPath: "/dev/null")
      try process.run()
      let data = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return (process.terminationStatus, data)
    }
  }
}
