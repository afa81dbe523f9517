import Foundation
import Testing

@testable import Amends

@Suite("The manual page")
struct ManualTests {
  private static let page = Result { try Program.run(["man"], home: "/nonexistent") }

  private func page() throws -> String {
    let run = try Self.page.get()
    #expect(run.status == 0 && run.errors.isEmpty)
    return run.output
  }

  @Test("every command and every option of the program stands in it")
  func complete() throws {
    let page = try page()
    let program = try CommandEntry.all(
      Program.run(["--experimental-dump-help"], home: "/nonexistent").output)
    #expect(program.leaves.count > 20)
    for command in program.leaves {
      let name = command.path.joined(separator: " ")
      #expect(page.contains("\n.Ss \(name)\n"), "\(name)")
      let part = page.components(separatedBy: "\n.Ss \(name)\n").last?
        .components(separatedBy: "\n.S").first
      for argument in command.arguments where !argument.names.contains("--desk") {
        for option in argument.names where !["--help", "-h", "--version"].contains(option) {
          let escaped = option.dropFirst().replacing("-", with: "\\-")
          #expect(part?.contains("Fl \(escaped)") == true, "\(name) \(option)")
        }
      }
    }
    #expect(Set(program.leaves.map { $0.path[0] } + ["help"]) == Set(CommandNames.all))
  }

  @Test("it has the sections that a manual page has, in their order")
  func sections() throws {
    let sections = try page().split(separator: "\n").filter { $0.hasPrefix(".Sh ") }
      .map { String($0.dropFirst(4)) }
    #expect(
      sections == [
        "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "ENVIRONMENT", "FILES", "EXIT STATUS",
        "EXAMPLES",
      ])
  }

  @Test("no word of a help text is taken for a macro or an escape, and all of it is ASCII")
  func escaped() {
    var text = ManualText()
    text.text(".TH evil 'quoted' back\\slash --option “x”. Next sentence.")
    text.literal([".so /etc/passwd", "'br", "\u{1B}[31mred"])
    #expect(
      text.lines == [
        "\\&.TH evil \\(aqquoted\\(aq back\\eslash \\-\\-option \\[u201C]x\\[u201D].",
        "Next sentence.", ".Bd -literal -offset indent", "\\&.so /etc/passwd", "\\(aqbr",
        "\\[u241B][31mred", ".Ed",
      ])
  }

  @Test("long text is broken into short lines")
  func width() throws {
    for line in try page().split(separator: "\n") where !line.hasPrefix(".") {
      #expect(line.utf8.count < 120, "\(line)")
    }
  }

  @Test("groff sets it without a complaint", .enabled(if: Tools.has("groff"), "needs groff"))
  func groff() throws {
    let run = try Tools.run("groff", ["-mdoc", "-ww", "-Tutf8", "-P-cbou"], input: try page())
    #expect(run.status == 0)
    #expect(run.errors == "")
    let text = run.output
    #expect(text.contains("amends — answer negative marketplace reviews"))
    #expect(
      text.contains("amends cooldown [--at time] [--order order] [--proactive] [--json]"))
    #expect(text.contains("amends cooldown 114-7863528-5212210 --proactive && send-the-message"))
    #expect(text.contains("~/.config/amends/config.toml"))
    #expect(text.contains("The desk cannot be opened."))
  }

  @Test("mandoc finds no fault in it", .enabled(if: Tools.has("mandoc"), "needs mandoc"))
  func mandoc() throws {
    let run = try Tools.run("mandoc", ["-T", "lint", "-W", "warning"], input: try page())
    #expect(run.status == 0, "\(run.output)")
  }
}
