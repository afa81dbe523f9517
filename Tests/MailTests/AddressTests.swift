import Testing

@testable import Mail

@Suite("Addresses of headers")
struct AddressTests {
  private func list(_ text: String) -> AddressList { AddressReader.read(Array(text.utf8)) }

  @Test(
    "are read whatever stands around them",
    arguments: [
      ("a@b.c", ["|a@b.c"]), ("Ana <a@b.c>", ["Ana|a@b.c"]), ("<a@b.c>", ["|a@b.c"]),
      ("a@b.c (Ana (the first))", ["Ana (the first)|a@b.c"]),
      ("\"Lima, \\\"Ana\\\"\" <a@b.c>, d@e.f", ["Lima, \"Ana\"|a@b.c", "|d@e.f"]),
      ("Team: a@b.c, D <d@e.f>;, g@h.i", ["|a@b.c", "D|d@e.f", "|g@h.i"]),
      ("Ana Maria van der Berg <a.b+c@d.e>", ["Ana Maria van der Berg|a.b+c@d.e"]),
      ("=?utf-8?Q?J=C3=BCrgen?= =?utf-8?Q?_M?= <j@m.de>", ["Jürgen M|j@m.de"]),
      ("<@x.y,@z.w:a@b.c>", ["|a@b.c"]), ("\"odd local\"@b.c", ["|odd local@b.c"]),
      ("=?utf-8?Q?x=40y.z_=3Cq=3E?= <a@b.c>", ["x@y.z <q>|a@b.c"]),
      ("a@[1.2.3.4]", ["|a@[1.2.3.4]"]),
      ("Undisclosed:;", []), ("", []),
    ])
  func sound(_ text: String, _ found: [String]) {
    let list = list(text)
    #expect(list.addresses.map { "\($0.name)|\($0.text)" } == found)
    #expect(list.isSound)
  }

  @Test(
    "that are guessed are not sound",
    arguments: [
      "a", "a@b@c", "Ana <a@b.c", "Ana a@b.c>", "<a@b.c> <d@e.f>", "a b@c.d", "<a@b.c> x", "@b.c",
      "a@", "x@marketplace.amazon.com <a@b.c> y", "a@b.c d@e.f", "a@b .c", "A: B: c@d.e;",
    ])
  func unsound(_ text: String) {
    #expect(!list(text).isSound)
  }
}
