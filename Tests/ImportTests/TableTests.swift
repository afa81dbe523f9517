import Ledger
import Testing

@testable import Import

/// CSV rows, broken ones and what stands behind them.
@Suite struct TableTests {
  private static let header = "customer,event,at,order,channel,note\n"

  private func good(_ name: String, _ note: String = "n") -> String {
    "\(name),answered,2026-11-01T10:00:00Z,,mail,\(note)\n"
  }

  private func names(_ file: Outcome) -> [String] { file.contacts.map(\.customer.text) }

  @Test func anOpenQuoteCostsItsOwnLineAlone() throws {
    let text =
      Self.header + good("A") + good("B", "\"open") + good("C") + good("D", "\"closed\"")
      + good("E")
    let file = outcome(text, try options())
    #expect(names(file) == ["A", "C", "D", "E"])
    #expect(file.faults == [Fault(3, nil)])
    #expect(file.rejections[0].reason == "has text behind a closing quote")
  }

  @Test func anOpenQuoteUpToTheEndCostsItsOwnLineAlone() throws {
    let text = Self.header + good("A") + "\"" + good("B") + good("C") + good("D")
    let file = outcome(text, try options())
    #expect(names(file) == ["A", "C", "D"])
    #expect(file.faults == [Fault(3, nil)])
    #expect(file.rejections[0].reason == "has a quote that is never closed")
    #expect(file.rejections[0].raw == Array(("\"" + good("B")).utf8))
  }

  @Test func anOpenQuoteInAShortRowDoesNotSwallowRows() throws {
    let text =
      Self.header + "B,answered,\"2026\n" + good("C") + good("D") + "E,answered,x\",y\n" + good("F")
    let file = outcome(text, try options())
    #expect(names(file) == ["C", "D", "F"])
    #expect(file.faults == [Fault(2, nil), Fault(5, nil)])
  }

  @Test func aShortRowOfSeveralLinesIsOneRow() throws {
    let text = Self.header + "B,answered,\"one\ntwo\nthree\"\n" + good("C")
    let file = outcome(text, try options())
    #expect(names(file) == ["C"])
    #expect(file.faults == [Fault(2, nil)])
    #expect(file.rejections[0].reason == "has 3 fields; 6 are expected")
  }

  @Test func strayQuotesAreRefused() throws {
    let text = Self.header + good("A", "5\" disc") + good("B", "\"a\"b") + good("C", "\"a\"\"b\"")
    let file = outcome(text, try options())
    #expect(file.contacts.map(\.note) == ["a\"b"])
    #expect(file.faults == [Fault(2, nil), Fault(3, nil)])
  }

  @Test func wrongCountsSayWhatWasExpected() throws {
    let text = Self.header + "A,answered\n" + good("B", "x,y") + good("C")
    let file = outcome(text, try options())
    #expect(
      file.rejections.map(\.words) == [
        "line 2: has 2 fields; 6 are expected", "line 3: has 7 fields; 6 are expected",
      ])
    #expect(names(file) == ["C"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineEndIsOne(_ end: String) throws {
    let text = Self.header + good("A", "\"one\ntwo\"") + "\n\n" + good("") + good("B")
    let bytes = Array(text.utf8).flatMap { $0 == 0x0A ? Array(end.utf8) : [$0] }
    for portion in [1, 7, 4096] {
      let file = outcome(bytes, try options(), portion: portion)
      #expect(names(file) == ["A", "B"])
      #expect(file.contacts.first?.note == "one\ntwo")
      #expect(file.faults == [Fault(6, "customer")])
    }
  }

  @Test(arguments: [1, 512, 4096])
  func rowsBeyondTheLimitAreRefused(_ portion: Int) throws {
    let filler = String(repeating: "y", count: 4000)
    let open = good("B", "\"open") + (0..<200).map { good("M\($0)", filler) }.joined()
    let text =
      Self.header + good("A") + open + good("Z", String(repeating: "z", count: 300_000)) + good("L")
    let file = outcome(Array(text.utf8), try options(), portion: max(portion, 512), limit: 5000)
    #expect(names(file) == ["A"] + (0..<200).map { "M\($0)" } + ["L"])
    #expect(file.faults == [Fault(3, nil), Fault(204, nil)])
  }

  @Test(arguments: [1, 600, 1000], ["", "\r", "\r\n"])
  func anEndlessLastLineIsRefused(_ portion: Int, _ end: String) throws {
    let text = Self.header + good("A") + String(repeating: "z", count: 6000) + end
    let file = outcome(Array(text.utf8), try options(), portion: portion, limit: 2000)
    #expect(names(file) == ["A"] && file.faults == [Fault(3, nil)])
    let more = outcome(Array((text + good("B")).utf8), try options(), portion: portion, limit: 2000)
    #expect(names(more) == (end.isEmpty ? ["A"] : ["A", "B"]) && more.faults == [Fault(3, nil)])
  }

  @Test func rowsWithNothingInThemAreNone() throws {
    let file = outcome(Self.header + ",,,,,\n" + good("A") + " \n,,\n", try options())
    #expect(names(file) == ["A"] && file.rejections.isEmpty)
  }

  @Test func semicolonsWork() throws {
    let text = "Date;Body;Rating\r\n2026-01-01;\"a;b, c\";3\r\n"
    #expect(outcome(text, try options()).reviews.map(\.text) == ["a;b, c"])
  }

  @Test func theLastRowNeedsNoLineEnd() throws {
    #expect(names(outcome(Self.header + good("A").dropLast(), try options())) == ["A"])
    #expect(
      outcome(Self.header + good("A", "\"x\"").dropLast(), try options()).contacts.map(\.note) == [
        "x"
      ])
  }

  @Test func codePageTextIsReadInCSVToo() throws {
    let bytes = Array((Self.header + good("A", "caf")).utf8.dropLast()) + [0xE9, 0x0A]
    #expect(outcome(bytes, try options()).contacts.map(\.note) == ["café"])
  }
}
