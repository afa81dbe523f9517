import AmendsPolicy
import Foundation
import Ledger
import Store
import Testing

@Suite("demo")
struct DemoTests {
  @Test("the sample desk is rich, of today, and for its owner alone")
  func kept() throws {
    let home = try ProgramDesk()
    let run = try Program.run(
      ["demo", "--no-open", "--keep"], home: home.folder, environment: ["TMPDIR": home.folder])
    #expect(run.status == 0, "\(run.errors)")
    let folder = try #require(run.lines.first)
    let name = try #require(folder.split(separator: "/").last).description
    #expect(try home.mode(name) == 0o700)
    #expect(try home.mode("\(name)/desk.sqlite") == 0o600)
    let list = try Program.run(["list", "--all", "--json", "--desk", folder], home: home.folder)
    let reviews = try list.objects()
    #expect(reviews.count >= 60)
    #expect(Set(reviews.compactMap { $0["customer"] as? String }).count >= 25)
    #expect(Set(reviews.compactMap { $0["kind"] as? String }).count == 2)
    #expect(!list.output.contains("{{"))
    let limits = Set(
      reviews.compactMap { ($0["contact"] as? [String: Any])?["limit"] as? String })
    #expect(limits.isSuperset(of: ["opted-out", "do-not-contact", "complaint", "unanswered"]))
  }

  @Test("German customers live in Germany, and the agent has a name")
  func zones() throws {
    let home = try ProgramDesk()
    let run = try Program.run(
      ["demo", "--no-open", "--keep"], home: home.folder, environment: ["TMPDIR": home.folder])
    let folder = try #require(run.lines.first)
    let store = try DeskStore(at: folder)
    var germans = 0
    let page = try store.reviews(
      .everything, limit: 500,
      now: Instant(milliseconds: Int64(Date().timeIntervalSince1970) * 1000))
    for row in page.rows where row.customer.key.text.hasSuffix(".de") {
      #expect(row.customer.zone == "Europe/Berlin")
      germans += 1
    }
    #expect(germans > 0)
    let config = try String(contentsOfFile: folder + "/config.toml", encoding: .utf8)
    #expect(config.contains("name = \"amy\""))
  }

  @Test("without --keep nothing stays")
  func removed() throws {
    let home = try ProgramDesk()
    let run = try Program.run(
      ["demo", "--no-open"], home: home.folder, environment: ["TMPDIR": home.folder])
    #expect(run.status == 0)
    #expect(run.output.contains("reviews"))
    #expect(home.names.isEmpty)
  }
}
