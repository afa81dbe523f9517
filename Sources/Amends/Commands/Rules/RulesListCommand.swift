import AmendsPolicy
import ArgumentParser

/// The rules in force, a line each.
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the wording rules.",
    discussion: """
      amends rules list             severity, name and title of every rule
      amends rules show RULE        everything about one

      Rules on probation are marked: what they find decides nothing.
      """)

  @Flag(help: "Answer in JSON, one object a line.")
  var json = false

  @OptionGroup var packs: PackOptions

  func run() throws {
    let rules = try packs.rulePacks().flatMap(\.rules).sorted { $0.id < $1.id }
    var output = StandardOutput()
    for rule in rules {
      if json { output.line(rule.summaryJSON) } else { output.safeLine(rule.summary) }
    }
    try output.finish()
  }
}

extension Rule {
  fileprivate var summary: String {
    let level = severity.rawValue + String(repeating: " ", count: 7 - severity.rawValue.count)
    let name = id.rawValue + String(repeating: " ", count: max(1, 24 - id.rawValue.count))
    return level + name + title + (status == .active ? "" : "  (\(status.rawValue))")
  }

  fileprivate var summaryJSON: JSONValue {
    [
      "rule": .string(id.rawValue), "severity": .string(severity.rawValue),
      "status": .string(status.rawValue), "title": .string(title),
    ]
  }
}
