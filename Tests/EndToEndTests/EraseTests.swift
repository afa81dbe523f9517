import AmendsPolicy
import Ledger
import Store
import Testing

/// Erasing asks on a real terminal.
@Suite(.serialized)
struct EraseTests {
  private static let key = "qw2smy2gutcr61k@marketplace.amazon.com"

  private func filled() throws -> Desk {
    let desk = try Desk()
    let text =
      "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\n"
      + "11/20/26\t1\tNever arrived.\t\t114-7863528-5212210\t\(Self.key)\n"
    #expect(try desk.run(["import", desk.write("b.tsv", text)]).status == 0)
    return desk
  }

  @Test("The key typed once more erases; anything else does not")
  func asks() throws {
    let desk = try filled()
    for (typed, isErased) in [("yes", false), (Self.key, true)] {
      let session = try Session(desk, arguments: "erase \(Self.key)", columns: 120)
      try session.see("to erase them")
      try session.type(typed)
      try session.press("Enter")
      try session.waitForEnd()
      let store = try desk.store()
      let customer = try #require(try store.customer(for: .relay(Self.key)))
      #expect((customer.standing.doNotContact != nil) == isErased)
      try store.close()
    }
  }
}
