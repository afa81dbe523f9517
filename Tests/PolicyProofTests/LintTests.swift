import AmendsPolicy
import PolicyPacks
import PolicyProof
import Testing

/// What is wrong with packs although they compile.
@Suite struct LintTests {
  /// 2026-11-27T00:00:00Z.
  private static let today = Instant(milliseconds: 1_795_737_600_000)

  private func reasons(_ text: String) throws -> [String] {
    try PackLint([PolicyPacks.parse(text: text, file: "x.toml")], today: Self.today).complaints()
      .map(\.description)
  }

  private static let pack = """
    [pack]
    id = "x"
    language = "en"

    [source.s]
    title = "t"
    url = "u"
    checked = "2026-01-10"

    [concept.LAMP]
    match = ["our lamp"]

    [concept.IDLE]
    match = ["idle word"]

    [concept.NOT]
    match = ["no lamp"]

    [[rule]]
    id = "r"
    severity = "block"
    title = "t"
    why = "w"
    cite = "s"
    rewrite = "This is our lamp for you and the others."
    find = [ { all = ["LAMP"], unless = [ { id = "guard", any = ["NOT"], at = "sentence" } ] } ]

    [[rule.example]]
    fail = "We have sent you our lamp by post."
    """

  @Test func everythingIsFound() throws {
    let found = try reasons(Self.pack)
    #expect(
      found == [
        "x.toml:13: warning: nothing uses the concept IDLE",
        "x.toml:19: error: r has 0 examples of kind “pass” in “en”; 5 are expected",
        "x.toml:19: warning: r has 1 examples of kind “fail” in “en”; 5 are expected",
        "x.toml:19: warning: the source “s” was checked 321 days ago; read it again",
        "x.toml:28: error: the rewrite of r does not clear its finding here",
      ])
  }

  @Test func shippedPacksHaveNoErrors() throws {
    let complaints = try PackLint(PolicyPacks.embedded(), today: Self.today).complaints()
    #expect(complaints.filter { $0.level == .error }.map(\.description) == [])
  }
}
