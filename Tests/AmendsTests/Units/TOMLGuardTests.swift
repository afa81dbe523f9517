import Testing

@testable import Amends

@Suite("What the TOML parser would not survive")
struct TOMLGuardTests {
  @Test(
    "is found with its line",
    arguments: [
      ("\n[é]", 2), ("[[[", 1), ("a = 1\n\n[ \n]", 3), ("a = [\n1,\n}", 3), ("# \u{0}", 1),
      ("a = '\u{0}'", 1), ("a = \"\"\"\n\n\"\"\"\n[=]", 4), ("a = \"\\\"\"\n[.]", 2),
      (String(repeating: "a.", count: 65) + "b = 1", 1), ("\u{FEFF}[é]", 1), ("[a]\r\n[\r\n", 2),
    ])
  func faults(_ text: String, _ line: Int) {
    #expect(TOMLGuard.fault(in: text)?.line == line)
  }

  @Test(
    "and nothing else is a fault",
    arguments: [
      "", "[a]", "[[a]]", "[ \"é\" ]", "['x']", "[]", "[", "a = [[1], [2]]", "a = [\n[1],\n]",
      "a = {b = [1], c = {d = 2}}", "a = '''\n[é]\n'''", "a = \"\"\"\n[é] \\\"\"\"\"\"", "# [é] [}",
      "a = \"[}\" # [}", "a = '\\' # '", "a = 1 ]", "a = ''''x'''''\n[b]", "a.b.c = 1.5",
    ])
  func innocent(_ text: String) {
    #expect(TOMLGuard.fault(in: text) == nil)
  }
}
