import AmendsPolicy
import Testing

/// Contact details in any dress, and what only looks like them.
@Suite struct ContactScanTests {
  private static let pack: RulePack = {
    var rule = TestPack.rule("contact")
    rule.detector = .contact
    return TestPack.pack([TestPack.concept("FILLER", ["write", "to", "us", "at"])], [rule])
  }()

  @Test(arguments: [
    ("write to help@lamps.example.com", "help@lamps.example.com"),
    ("write to fabien.sav(at)balance-maison.fr", "fabien.sav(at)balance-maison.fr"),
    ("write to hеlp＠optik．example．com", "hеlp＠optik．example．com"),
    ("write to care at volt nest dot example dot com", "care at volt nest dot example dot com"),
    ("see www.lamps.example/care", "www.lamps.example/care"),
    ("see https://lamps.example.net", "https://lamps.example.net"),
    ("call us at 555-0142", "555-0142"), ("ring 07700 900482", "07700 900482"),
    ("on +44 20 7946 0955 please", "44 20 7946 0955"),
    ("ring five five five zero one zero zero", "five five five zero one zero zero"),
    ("we are @lampshop there", "@lampshop"),
    ("rufen Sie uns an, 0151 2345 6789", "0151 2345 6789"),
    ("appelez-nous, 06 39 98 12 34", "06 39 98 12 34"),
    ("llámenos al numero 600 123 456", "600 123 456"),
  ])
  func isFound(_ draft: String, _ words: String) throws {
    #expect(try TestPack.words(Self.pack, draft, rule: "contact") == [words])
  }

  @Test(arguments: [
    "order 114-3941689-8772232 is on its way", "we refunded $1,299.00 of 2500.00 dollars",
    "it left on 2026-03-14 and comes on 17.03.2026", "part 555-0134 and part 555-0143",
    "see amazon.com/returns or https://www.amazon.co.uk/gp/help", "tracking 1Z999AA10123456784",
    "Sendungsnummer 4401-772-0190 ist unterwegs", "votre dossier numéro 701-5550192-33 est clos",
    "el número 701-555-0192 es el de su caso", "la spedizione n. 02 9912 4471 è partita",
    "sorry.We send it", "use 3.5 mm at 60 Hz", "it is at 5 of 10", "firmware 2.10.4.1 is out",
  ])
  func isLeftAlone(_ draft: String) throws {
    #expect(try TestPack.words(Self.pack, draft, rule: "contact") == nil)
  }
}
