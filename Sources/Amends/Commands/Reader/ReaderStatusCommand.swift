import AmendsPolicy
import ArgumentParser
import Reader

/// What is installed of the second reader.
struct ReaderStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say whether the second reader is installed and whole.",
    discussion: """
      Exits with 1 where it cannot judge. --json answers with one object: {"ready","mode","file","reason","kernel"}.
      """)

  @Flag(help: "Answer in JSON.")
  var json = false

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let reader = desk.workplace().reader()
    let standing = reader.standing
    var output = StandardOutput()
    if json {
      output.line(answer(reader, standing))
    } else {
      output.safeLine(words(reader, standing))
    }
    try output.finish()
    if case .absent = standing { throw ExitStatus.no }
  }

  private func words(_ reader: LateReader, _ standing: LateReader.Standing) -> String {
    switch standing {
    case .ready(let installed, _):
      "\(reader.file ?? ""): whole; \(mode(reader.mode)); it calculates by \(installed.kernel.rawValue)"
    case .absent(""): "switched off by [policy] reader = \"off\""
    case .absent(let reason): reason
    }
  }

  private func mode(_ mode: ReaderMode) -> String {
    mode == .on ? "it blocks and warns" : "it warns, and never blocks"
  }

  private func answer(_ reader: LateReader, _ standing: LateReader.Standing) -> JSONValue {
    var reason: String?
    var kernel: String?
    switch standing {
    case .ready(let installed, _): kernel = installed.kernel.rawValue
    case .absent(let words): reason = words.isEmpty ? "switched off" : words
    }
    return [
      "ready": .bool(kernel != nil), "mode": .string(reader.mode.rawValue),
      "file": .text(reader.file), "reason": .text(reason), "kernel": .text(kernel),
    ]
  }
}
