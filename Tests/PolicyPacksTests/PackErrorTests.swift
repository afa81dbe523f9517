import AmendsPolicy
import PolicyPacks
import Testing

/// A faulty pack is refused with file, line and reason.
@Suite struct PackErrorTests {
  private static let header = "[pack]\nid = \"x\"\nlanguage = \"en\"\n"
  private static let source =
    "[source.s]\ntitle = \"t\"\nurl = \"u\"\nchecked = \"2026-01-10\"\n"
  private static let rule =
    "[[rule]]\nid = \"r\"\nseverity = \"warn\"\ntitle = \"t\"\nwhy = \"w\"\ncite = \"s\"\n"

  private func error(_ text: String) -> String {
    do {
      _ = try WordingPolicy(packs: [PolicyPacks.parse(text: text, file: "x.toml")])
      return ""
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    ("[pack", "x.toml:1:"),
    ("", "x.toml:1: “pack” is missing"),
    (header + "colour = 1\n", "x.toml:4: “colour” is not a key here"),
    (header + "[concept.A]\nmatch = [\"a\"]\nmatsk = []\n", "x.toml:6: “matsk” is not a key here"),
    (header + "[concept.A]\nmatch = []\n", "x.toml:5: A matches nothing"),
    (header + "[concept.A]\nmatch = 3\n", "x.toml:5: “match” is a whole number; expected a list"),
    (header + "[concept.A]\nmatch = [\"{a,b\"]\n", "x.toml:4: “{a,b” in A: a brace has no partner"),
    (header + source + rule + "find = [ { all = [\"B\"] } ]\n", "x.toml:14: no concept “B”"),
    (header + source + rule + "severity = \"loud\"\n", "x.toml:"),
    (header + rule, "x.toml:4: r cites “s”, which is no source"),
    (
      header + source + rule + "detector = \"smell\"\n",
      "x.toml:14: “smell” is no detector; expected one of contact, format, acknowledgement"
    ),
    (
      header + source + rule + "\n[[rule.example]]\nfail = \"a ⟦b\"\n",
      "x.toml:16: the marks ⟦ and ⟧ do not pair up"
    ),
    (
      header + source + rule + "\n[[rule.example]]\ndraft = \"a\"\n",
      "x.toml:16: “draft” is not a key here"
    ),
    (
      header + "[source.s]\ntitle = \"t\"\nurl = \"u\"\nchecked = \"today\"\n",
      "x.toml:7: “today” is no day; expected YYYY-MM-DD in quotes"
    ),
    (
      header + "[[evidence]]\nrule = \"q\"\nthreshold = 1\n",
      "x.toml:4: “q” is no rule of this language"
    ),
    (
      header + "[[construction]]\nname = \"C\"\npattern = [ { seq = [\"A\"], all = [\"A\"] } ]\n",
      "x.toml:6: a pattern has either “seq” (in this order) or “all” (in any)"
    ),
  ])
  func says(_ text: String, _ beginning: String) {
    let error = error(text)
    #expect(error.hasPrefix(beginning), "\(error)")
  }

  @Test func secondRuleHasItsOwnLine() {
    let text = Self.header + Self.source + Self.rule + "\n" + Self.rule + "rewrites = \"\"\n"
    #expect(error(text).hasPrefix("x.toml:21: “rewrites” is not a key here"))
  }

  @Test func tooManyPhrasesAreRefused() {
    let choice = "{a,b,c,d,e,f,g,h,i,j}"
    let text = Self.header + "[concept.A]\nmatch = [\"\(choice)\(choice)\(choice)\(choice)\"]\n"
    #expect(error(text).contains("more than"))
  }

  @Test func nameIsDefinedOnce() {
    let text =
      Self.header + "[concept.A]\nmatch = [\"a\"]\n"
      + "[[construction]]\nname = \"A\"\npattern = [ { all = [\"A\"] } ]\n"
    #expect(error(text).contains("“A” is defined twice"))
  }
}
