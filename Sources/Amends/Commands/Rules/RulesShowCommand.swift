import AmendsPolicy
import ArgumentParser
import Screen

/// Everything about one rule.
struct RulesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a rule: why it is there, what to say instead, examples, source.",
    discussion: """
      amends rules show lure.conditional
      amends rules show ask.removal --lang de

      `amends rules list` names them.
      """)

  @Argument(help: "The rule's name, such as lure.conditional.")
  var rule: String

  @Option(help: "The language of the wording and the examples, such as de.")
  var lang = "en"

  @OptionGroup var packs: PackOptions

  func run() throws {
    let packs = try packs.rulePacks()
    guard let found = packs.flatMap(\.rules).first(where: { $0.id.rawValue == rule }) else {
      let names = packs.flatMap(\.rules).map(\.id.rawValue)
      throw Failure(
        .no,
        "there is no rule “\(rule)”\(Suggestion.words(for: rule, among: names))\n"
          + "`amends rules list` names them")
    }
    var output = StandardOutput()
    RulePage(found, packs: packs, language: lang).write(to: &output)
    try output.finish()
  }
}

/// A rule for people to read.
private struct RulePage {
  private let rule: Rule
  private let local: [LocalRule]
  private let source: PolicySource?

  init(_ rule: Rule, packs: [RulePack], language: String) {
    self.rule = rule
    local = packs.filter { $0.language == language }.flatMap(\.localRules)
      .filter { $0.rule == rule.id }
    source = packs.lazy.compactMap { $0.sources[rule.cite] }.first
  }

  func write(to output: inout StandardOutput) {
    output.safeLine("\(rule.id): \(rule.title)")
    field("severity", severity, &output)
    if rule.status != .active { field("status", rule.status.rawValue, &output) }
    field("why", rule.why.replacing("{words}", with: "…"), &output)
    field("say instead", local.lazy.compactMap(\.rewrite).first ?? rule.rewrite, &output)
    if let cited = source?.cited { field("source", cited, &output) }
    field("defined in", rule.origin.description, &output)
    let examples = rule.examples + local.flatMap(\.examples)
    list("found", examples.filter { $0.expectation != .pass }, &output)
    list("left alone", examples.filter { $0.expectation == .pass }, &output)
  }

  private var severity: String {
    let cases = rule.levels.map { "\($0.severity.rawValue) \($0.when.words)" }
    return ([rule.severity.rawValue] + cases).joined(separator: "; ")
  }

  private func list(_ title: String, _ examples: [Example], _ output: inout StandardOutput) {
    guard !examples.isEmpty else { return }
    output.line()
    output.line("  \(title)")
    for example in examples {
      for (index, line) in Wrap.lines(SafeText(example.draft), columns: 88).enumerated() {
        output.line("    \(index == 0 ? "·" : " ") \(line)")
      }
    }
  }

  private func field(_ name: String, _ text: String, _ output: inout StandardOutput) {
    for (index, line) in Wrap.lines(SafeText(text), columns: 80).enumerated() {
      let head = SafeText(index == 0 ? "  \(name)" : "").padded(columns: 16)
      output.line("\(head)\(line)")
    }
  }
}

extension Condition {
  /// The cases in which it holds, in words.
  fileprivate var words: String {
    var parts: [String] = []
    if let kind { parts.append(kind == .productReview ? "for product reviews" : "for feedback") }
    if let profile { parts.append("in the \(profile.rawValue) profile") }
    if let issueResolved { parts.append(issueResolved ? "once settled" : "before it is settled") }
    if let askedForRefund { parts.append(askedForRefund ? "if asked for" : "if not asked for") }
    return parts.joined(separator: " ")
  }
}
