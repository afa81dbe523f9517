import Foundation
import Testing

@Suite("Completions")
struct CompletionsTests {
  private func script(_ shell: String) throws -> String {
    let run = try Program.run(["completions", shell], home: "/nonexistent")
    #expect(run.status == 0 && run.errors.isEmpty)
    return run.output
  }

  @Test(
    "bash completes commands, their own commands, options and values",
    .enabled(if: Tools.has("bash"), "needs bash"),
    arguments: [
      ("amends coo", ["cooldown"]), ("amends rul", ["rules"]),
      ("amends rules mut", ["mutate"]), ("amends cooldown --pro", ["--proactive"]),
      ("amends completions ", ["bash", "fish", "zsh"]),
      ("amends list --order ur", ["urgency"]),
    ])
  func bash(_ line: String, _ expected: [String]) throws {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { "'\($0)'" }
    let last = words.count - 1
    let asking = """

      COMP_WORDS=(\(words.joined(separator: " ")))
      COMP_CWORD=\(last)
      COMP_LINE='\(line)'
      COMP_POINT=\(line.utf8.count)
      _amends amends \(words[last]) \(words[last - 1])
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let run = try Tools.run("bash", ["--norc", "-s"], input: try script("bash") + asking)
    let answers = run.output.split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let offered = Set(answers).filter { !$0.hasPrefix("-") || expected.contains($0) }
    #expect(offered == Set(expected), "\(run.errors)")
  }

  @Test("bash registers them for the program", .enabled(if: Tools.has("bash"), "needs bash"))
  func registered() throws {
    let run = try Tools.run(
      "bash", ["--norc", "-s"], input: try script("bash") + "\ncomplete -p amends\n")
    #expect(run.output.contains("-F _amends"))
  }

  @Test("zsh reads them", .enabled(if: Tools.has("zsh"), "needs zsh"))
  func zsh() throws {
    let run = try Tools.run("zsh", ["-n"], input: try script("zsh"))
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("fish reads them", .enabled(if: Tools.has("fish"), "needs fish"))
  func fish() throws {
    let run = try Tools.run("fish", ["--no-execute"], input: try script("fish"))
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("each shell has a script that names the commands", arguments: ["bash", "zsh", "fish"])
  func everyShell(_ shell: String) throws {
    let text = try script(shell)
    for command in ["cooldown", "completions", "doctor"] { #expect(text.contains(command)) }
  }

  @Test("another shell is refused")
  func unknown() throws {
    #expect(try Program.run(["completions", "csh"], home: "/nonexistent").status == 2)
  }
}
