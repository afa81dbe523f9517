import AmendsPolicy
import Foundation
import Ledger
import Store
import Testing

@Suite("erase")
struct EraseCommandTests {
  private static let relay = "qw2smy2gutcr61k@marketplace.amazon.com"
  private static let order = "114-7863528-5212210"
  /// What is known of the person, and of nobody else.
  private static let traces = [
    relay, "qw2smy2gutcr61k", order, "Never arrived", "Their very words",
  ]

  /// A desk with two people, refused rows that name one of them, and a draft to them in an editor.
  private func filled() throws -> ProgramDesk {
    let desk = try ProgramDesk()
    try desk.run("import", try desk.outside("b.tsv", Samples.feedback))
    let bad = "customer,event,at\n\(Self.relay.uppercased()),phoned,2026-11-01\n"
    try desk.run("import", try desk.outside("theirs.csv", bad + "x,contacted,2026-11-01\n"))
    let other = "customer,event,at\nsomebody,phoned,2026-11-01\nx,contacted,2026-11-01\n"
    try desk.run("import", try desk.outside("others.csv", other))
    try desk.run("record", Self.relay, "answered", "--note", "Their very words")
    let review = try desk.run("list", "--filter", "order:\(Self.order)", "--json").object()
    try FileManager.default.createDirectory(
      atPath: desk.path("editor"), withIntermediateDirectories: false)
    let id = try #require(review["id"] as? Int)
    try desk.write("editor/reply-\(id)-99.txt", "Dear friend")
    try desk.write("editor/.reply-\(id)-99.txt.swp", "Dear friend")
    try desk.write("editor/.saves", "about \(Self.order)")
    try desk.write("editor/reply-99999-99.txt", "Dear other")
    return desk
  }

  @Test("removes every trace from the desk's folder, and says what it did")
  func removes() throws {
    let desk = try filled()
    for trace in Self.traces {
      #expect(try desk.files(holding: trace).isEmpty == false, "\(trace)")
    }
    let run = try desk.run("erase", Self.relay, "--yes", "--json", "--reason", "asked for it")
    #expect(run.status == 0, "\(run.errors)")
    let json = try run.object()
    #expect(
      Set(json.keys) == [
        "customer", "reviews", "formerTexts", "drafts", "replies", "facts", "notes", "permits",
        "files", "copies",
      ])
    #expect(json["reviews"] as? Int == 1)
    #expect(json["facts"] as? Int == 1)
    #expect((json["files"] as? [String])?.count == 4)
    for trace in Self.traces { #expect(try desk.files(holding: trace) == [], "\(trace)") }
    #expect(desk.names.contains("others.csv.rejected"))
    #expect(!desk.names.contains("theirs.csv.rejected"))
    #expect(try desk.read("editor/reply-99999-99.txt") == "Dear other")
    #expect(try desk.run("audit", "verify").status == 0)
    #expect(try desk.run("audit", "--limit", "1").output.contains("reason=asked for it"))
    #expect(try desk.run("doctor").status == 0)
  }

  @Test("the person is recognised afterwards, and nothing comes back")
  func recognised() throws {
    let desk = try filled()
    try desk.run("erase", Self.relay, "--yes")
    let cooldown = try desk.run("cooldown", Self.order, "--json")
    #expect(cooldown.status == 1)
    #expect(try cooldown.object()["limit"] as? String == "do-not-contact")
    let again = try desk.run("import", try desk.outside("b.tsv", Samples.feedback))
    #expect(again.status == 0)
    #expect(again.output.contains("2 unchanged"))
    #expect(again.output.contains("1 rows name customers who were erased"))
    try desk.run("record", Self.relay, "answered", "--note", "Their very words")
    try desk.run("erase", "--finish")
    for trace in Self.traces { #expect(try desk.files(holding: trace) == [], "\(trace)") }
    let list = try desk.run("list", "--all", "--json").objects()
    #expect(list.count == 2)
    #expect(try desk.run("list", "--json").lines.count == 1)
  }

  @Test("says what it would do, and does nothing where nobody can be asked")
  func asks() throws {
    let desk = try filled()
    try desk.makeFolder("backups")
    try desk.write("backups/desk-20261101-120000.backup", "a copy")
    let run = try desk.run("erase", Self.relay, input: "\(Self.relay)\n")
    #expect(run.status == 2)
    #expect(run.errors.contains("--yes"))
    #expect(run.output.contains("removes the words of 1 review and"))
    #expect(run.output.contains("theirs.csv.rejected"))
    #expect(run.output.contains("cannot reach \(desk.path("backups/desk-20261101-120000.backup"))"))
    #expect(try desk.files(holding: "Never arrived").isEmpty == false)
    #expect(desk.names.contains("theirs.csv.rejected"))
  }

  @Test("refuses somebody unknown, a reason that names the person, and a reply on its way")
  func refuses() throws {
    let desk = try filled()
    #expect(try desk.run("erase", "nobody", "--yes").status == 1)
    let named = try desk.run("erase", Self.relay, "--yes", "--reason", "order \(Self.order)")
    #expect(named.status == 2)
    let store = try desk.store()
    let customer = try #require(try store.customer(for: .relay(Self.relay)))
    let review = try #require(try store.customerFile(customer.id)?.reviews.first)
    let now = Instant(milliseconds: 1_795_000_000_000)
    try store.save(
      Draft(id: DraftID("d"), review: review.id, customer: customer.id, text: "S", changedAt: now))
    try store.enqueue(
      OutboxItem(
        id: OutboxID("o"), draft: DraftID("d"), review: review.id, customer: customer.id,
        recipient: Self.relay, order: nil, text: "S", queuedAt: now, queuedBy: "amy",
        leavesAt: now, heardUntil: now + .days(9999)), at: now)
    _ = try store.claim(OutboxID("o"), by: "test")
    let sending = try desk.run("erase", Self.relay, "--yes")
    #expect(sending.status == 1)
    #expect(sending.errors.contains("is sending"))
    #expect(try desk.files(holding: "Never arrived").isEmpty == false)
    #expect(desk.names.contains("theirs.csv.rejected"))
    try store.release(OutboxID("o"), fence: 1)
    try store.close()
    #expect(try desk.run("erase", Self.relay, "--yes").status == 0)
  }
}

extension ProgramDesk {
  /// Writes a file that lies outside the desk's folder, as files that are imported do.
  fileprivate func outside(_ name: String, _ text: String) throws -> String {
    let folder = NSTemporaryDirectory() + "amends-outside-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    return "\(folder)/\(name)"
  }

  fileprivate func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: false)
  }

  /// The files under the desk's folder that hold a text, whatever the case of its letters.
  fileprivate func files(holding text: String) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try names.filter { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path(name), isDirectory: &isFolder)
      guard !isFolder.boolValue else { return false }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path(name)))
      let lowered = Data(bytes.map { (65...90).contains($0) ? $0 + 32 : $0 })
      return lowered.range(of: Data(text.lowercased().utf8)) != nil
    }.sorted()
  }
}
