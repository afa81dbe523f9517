import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("What every command comes to, by its key")
struct CommandOutcomeTests {
  /// Compares every command of a context that has a key there; one that is not listed fails.
  private func check(
    _ context: CommandContext,
    _ driver: Driver,
    _ expected: [Command: String],
    before: [Command: String] = [:]
  ) {
    for info in CommandTable.commands(in: context) {
      guard let key = driver.key(info.command, in: context) else { continue }
      var driver = driver
      driver.press(before[info.command] ?? "")
      #expect(driver.outcome(of: key) == expected[info.command], "\(info.command)")
    }
  }

  private static func staying(_ top: String) -> [Command: String] {
    let motions: [Command] = [
      .moveDown, .moveUp, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .moveFirst, .moveLast,
    ]
    return Dictionary(uniqueKeysWithValues: motions.map { ($0, "→ \(top)") }).merging([
      .help: "→ help", .palette: "→ palette", .theme: "loadThemes → themes",
      .redraw: "redraw → \(top)", .suspend: "suspend → \(top)", .quit: "quit → \(top)",
      .allowSending: "bell → \(top)", .stopSending: "→ prompt",
    ]) { $1 }
  }

  @Test("In the list")
  func list() {
    var desk = Sample.desk
    desk.drafts[ReviewID(2)] = Draft(
      id: DraftID("d"), review: ReviewID(2), customer: CustomerID(2), text: "Hello",
      changedAt: Sample.now - .hours(1))
    var driver = Driver(desk)
    driver.press("td")
    check(
      .list, driver,
      Self.staying("list").merging([
        .open: "loadCustomer → customer", .compose: "loadDraft → composer",
        .resumeDraft: "loadDraft → composer", .setCause: "→ choice",
        .takeCause: "bell → list", .snooze: "→ prompt", .report: "loadEvidence → report",
        .settle: "apply → list",
        .closeReview: "apply → list", .reopen: "bell → list", .reviewGone: "markRemoved → list",
        .mark: "→ list", .markAllShown: "→ list", .search: "→ prompt", .filter: "→ prompt",
        .importFile: "→ prompt", .nextOrder: "loadPage → list", .clear: "→ list",
        .copyOrder: "copy → list", .why: "loadCustomer → why", .outbox: "loadOutbox → outbox",
        .undo: "setCauses → list",
        .views: "countViews → views", .view0: "loadPage → list", .view1: "loadPage → list",
        .view2: "loadPage → list", .view3: "loadPage → list", .view4: "loadPage → list",
        .view5: "loadPage → list", .view6: "loadPage → list", .view7: "loadPage → list",
        .view8: "loadPage → list", .view9: "loadPage → list",
        .refresh: "loadPage loadCounts → list",
      ]) { $1 })
  }

  @Test("With a customer")
  func customer() {
    var driver = Driver(Sample.desk)
    driver.press("j<enter>td")
    check(
      .customer, driver,
      Self.staying("customer").merging([
        .back: "loadPage loadCounts loadOpenDrafts → list",
        .nextReview: "loadCustomer → customer", .previousReview: "loadCustomer → customer",
        .compose: "loadDraft → composer", .setCause: "→ choice",
        .takeCause: "setCauses → customer", .snooze: "→ prompt", .report: "loadEvidence → report",
        .settle: "apply → customer",
        .closeReview: "apply → customer", .reopen: "bell → customer",
        .reviewGone: "markRemoved → customer",
        .copyOrder: "copy → customer", .why: "→ why", .outbox: "loadOutbox → outbox",
        .record: "→ form",
        .note: "→ prompt", .refundAsked: "record → customer", .optOut: "→ choice",
        .doNotContact: "→ choice", .merge: "→ prompt", .undo: "setCauses → customer",
        .refresh: "loadPage loadCounts loadCustomer → customer",
      ]) { $1 })
  }

  @Test("In the composer")
  func composer() {
    check(
      .composer, Sample.composing(SampleDraft.warned),
      [
        .back: "loadPage loadCounts loadOpenDrafts → list", .queueReply: "→ choice",
        .nextFinding: "→ composer", .useRewrite: "saveDraft → composer",
        .insertStarter: "saveDraft → composer", .chooseRoute: "→ choice",
        .editExternally: "saveDraft edit → composer", .discardDraft: "→ choice", .why: "→ why",
        .help: "→ help", .palette: "→ palette", .theme: "loadThemes → themes",
        .redraw: "redraw → composer",
      ])
  }

  @Test("With the evidence for the marketplace")
  func report() {
    var driver = Driver(Sample.desk(Sample.file([Sample.fabricated])))
    driver.press("tdM")
    check(
      .sheet, driver,
      Self.staying("report").merging([
        .back: "loadPage loadCounts loadOpenDrafts → list", .copyRequest: "copy → report",
        .recordRequest: "note → report", .nextFulfilment: "bell → report",
        .undo: "setCauses → report", .refresh: "loadPage loadCounts loadEvidence → report",
      ]) { $1 })
  }

  @Test("In the outbox")
  func outbox() {
    var driver = Driver(Sample.desk)
    driver.press("tdo")
    check(
      .outbox, driver,
      Self.staying("outbox").merging([
        .back: "loadPage loadCounts loadOpenDrafts → list", .handOver: "handOver → hand-over",
        .recall: "recall → outbox", .hold: "hold → outbox", .resolveSent: "resolve → outbox",
        .resolveUnsent: "resolve → outbox", .sendNow: "bell → outbox",
        .sendAllDue: "bell → outbox", .why: "loadCustomer → why", .lookUp: "lookUp → outbox",
        .undo: "setCauses → outbox",
        .refresh: "loadPage loadCounts loadOutbox → outbox",
      ]) { $1 },
      before: [
        .handOver: "jj", .resolveSent: "jjjjjj", .resolveUnsent: "jjjjjj", .lookUp: "jjjjjj",
      ])
  }

  @Test("The palette gives the same commands")
  func palette() {
    var driver = Driver(Sample.desk)
    #expect(driver.outcome(of: ":copy-order<enter>") == "copy → list")
    #expect(driver.outcome(of: ":outbox<enter>") == "loadOutbox → outbox")
    #expect(driver.outcome(of: ":zzzz<enter>") == "bell → outbox")
    #expect(driver.status == "no command fits “zzzz”")
  }

  @Test("The palette's arrows choose, and stop at both ends")
  func paletteArrows() {
    var driver = Driver(Sample.desk)
    driver.press(":mark<down><down><down><up><up><down>")
    #expect(driver.outcome(of: "<enter>") == "→ list")
    #expect(driver.inbox.list.marked.count == 14)
    driver.press(":zzzz<down><up>")
    #expect(driver.outcome(of: "<escape>") == "→ list")
  }

  @Test("A key without a command says where the keys are")
  func unbound() {
    var driver = Driver(Sample.desk)
    #expect(driver.press("<f9>") == [.bell])
    #expect(driver.status == "f9 does nothing here: ? shows the keys")
  }
}
