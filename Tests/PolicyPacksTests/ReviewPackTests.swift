import AmendsPolicy
import PolicyPacks
import Testing

@Suite("The words by which reviews are understood")
struct ReviewPackTests {
  @Test("Every language has words for every cause that words can tell, and for every topic")
  func complete() throws {
    let packs = try PolicyPacks.reviewPacks()
    #expect(packs.map(\.language) == PolicyPacks.languages)
    for pack in packs {
      let subjects = Set(pack.phrases.map(\.subject))
      for cause in Cause.allCases where cause != .unknown {
        #expect(subjects.contains(.cause(cause)), "\(pack.language) \(cause)")
      }
      for topic in ReviewTopic.allCases {
        #expect(subjects.contains(.topic(topic)), "\(pack.language) \(topic)")
      }
      #expect(!pack.negations.isEmpty && !pack.stops.isEmpty)
      #expect(!pack.spellings.isEmpty || pack.language != "en")
    }
    #expect(try ReviewAnalyst(packs: packs).languages == PolicyPacks.languages)
  }

  @Test(
    "What each language calls the commonest troubles",
    arguments: [
      ("The glass base arrived cracked, water everywhere.", Cause.damaged),
      ("Leaks from the lid after a week", .defect), ("Two weeks late", .late),
      ("Ordered black, got silver.", .wrongItem), ("Not as described.", .notAsDescribed),
      ("Two screws are missing.", .missingParts), ("Der Topf kam zerbeult an.", .damaged),
      ("Paket nie angekommen", .late), ("Stinkt nach Chemie.", .quality),
      ("Falsche Farbe geliefert, grün statt blau.", .wrongItem),
      ("Il manque deux vis.", .missingParts),
      ("Livré avec 9 jours de retard.", .late), ("Il ne s'allume plus.", .defect),
      ("Publicité mensongère.", .notAsDescribed), ("Llegó con la pantalla rota.", .damaged),
      ("El vendedor no contesta.", .service), ("Carísimo, lo vi por 10 euros menos", .price),
      ("È arrivato rotto.", .damaged), ("Puzza di plastica.", .quality),
      ("Mancano quattro viti e le istruzioni.", .missingParts),
    ])
  func suggests(review: String, cause: Cause) throws {
    #expect(try Self.analyst.get().suggestion(for: review).cause == cause)
  }

  @Test(
    "What is not damaged, not late, or praised suggests nothing of the kind",
    arguments: [
      "Not damaged at all.", "Nothing was broken and it was never late.",
      "Es kam nicht beschädigt an.",
      "Il n'est pas abîmé.", "No estaba dañado.", "Non era danneggiato.", "Great seller.",
    ])
  func negated(review: String) throws {
    let cause = try Self.analyst.get().suggestion(for: review).cause
    #expect(
      cause != .damaged && cause != .late && cause != .service, "\(String(describing: cause))")
  }

  private static let analyst = Result { try ReviewAnalyst(packs: PolicyPacks.reviewPacks()) }

  @Test(
    "A faulty list is refused with file, line and reason",
    arguments: [
      ("[pack]\nid = \"x\"\nlanguage = \"en\"\n", "x.toml:1: “negation” is missing"),
      (header + "[cause.smell]\n\"3\" = [\"a\"]\n", "x.toml:6: “smell” is no cause"),
      (header + "[topic.damaged]\n\"1\" = [\"a\"]\n", "x.toml:6: “damaged” is no topic"),
      (header + "[cause.late]\n\"4\" = [\"a\"]\n", "x.toml:7: “4” is not a key here"),
      (header + "[cause.late]\nnever = [\"a\"]\n", "x.toml:6: it matches nothing"),
      (
        header + "[cause.late]\n\"3\" = [\"{a\"]\n",
        "x.toml:6: “{a” in late: a brace has no partner"
      ),
    ])
  func faults(text: String, beginning: String) {
    do {
      let pack = try PolicyPacks.parseReviewPack(text: text, file: "x.toml", language: "en")
      _ = try ReviewAnalyst(packs: [pack])
      Issue.record("it was taken: \(text)")
    } catch {
      #expect("\(error)".hasPrefix(beginning), "\(error)")
    }
  }

  private static let header =
    "[pack]\nid = \"x\"\nlanguage = \"en\"\n[negation]\nwords = [\"not\"]\n"
}
