import AmendsPolicy
import PolicyPacks
import Testing

@testable import PolicyProof

/// Deliberate faults in packs, and whether examples notice them.
@Suite struct MutationTests {
  private static let text = """
    [pack]
    id = "x"
    language = "en"

    [source.s]
    title = "A page"
    url = "https://example.com"
    checked = "2026-01-10"

    [concept.LAMP]
    match = ["lamp"]
    mask = ["lamp oil"]

    [concept.ON]
    match = ["on"]

    [concept.NOT]
    match = ["not"]

    [[rule]]
    id = "x"
    severity = "block"
    title = "Lamp"
    why = "Because."
    cite = "s"
    find = [ { all = ["LAMP", "ON"], gap = 3, unless = [ { id = "not", any = ["NOT"], at = "sentence" } ] } ]

    """

  private static let examples = """

    [[rule.example]]
    fail = "the lamp is on"
    severity = "block"

    [[rule.example]]
    pass = "the lamp is not on"
    kills = "not"

    [[reading]]
    text = "the lamp oil"
    lacks = "LAMP"
    """

  private func trial(_ text: String) throws -> MutationTrial {
    MutationTrial([try PolicyPacks.parse(text: text, file: "x.toml")])
  }

  @Test func everyPartOfAPackIsMutated() throws {
    let mutants = try trial(Self.text).mutants
    let kinds = Set(mutants.map(\.kind))
    #expect(kinds == [.phrases, .mask, .excuse, .scope, .gap, .severity])
    #expect(mutants.map(\.subject).contains("LAMP “lamp oil”"))
    #expect(mutants.allSatisfy { $0.language == "en" })
  }

  @Test func nothingIsCaughtWithoutExamples() throws {
    let trial = try trial(Self.text)
    #expect(trial.mutants.filter(trial.isCaught).isEmpty)
  }

  @Test func examplesCatchWhatTheyProve() throws {
    let trial = try trial(Self.text + Self.examples)
    let caught = Set(trial.mutants.filter(trial.isCaught).map(\.kind))
    #expect(caught.isSuperset(of: [.phrases, .mask, .excuse, .severity]))
    let missed = trial.mutants.filter { !trial.isCaught($0) }.map(\.kind)
    #expect(missed.allSatisfy { [.scope, .gap].contains($0) })
  }
}
