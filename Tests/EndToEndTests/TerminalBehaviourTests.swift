import Foundation
import Ledger
import Store
import Testing

/// How the program behaves on real terminals: sizes, suspension, paste, locale, a terminal that goes away.
@Suite(.serialized)
struct TerminalBehaviourTests {
  private func deskWithReviews() throws -> Desk {
    let desk = try Desk()
    let rows = (0..<40).map { number in
      """
      {"rating":1.0,"title":"Review \(number)","text":"It broke on day \(number).","asin":"B0Z0000001",\
      "parent_asin":"B0Z0000001","user_id":"AE\(number)","timestamp":\(1_790_000_000_000 + number * 1000)}
      """
    }
    let hostile = """
      {"rating":1.0,"title":"\\u001b[2J\\u001b]52;c;aGFjaw==\\u0007hostile\\u202egnp","text":"x",\
      "asin":"B0Z0000001","user_id":"AEX","timestamp":1790001000000}
      """
    let file = try desk.write("reviews.jsonl", (rows + [hostile]).joined(separator: "\n") + "\n")
    let imported = try desk.run(["import", file])
    #expect(imported.status == 0, "\(imported.output)")
    return desk
  }

  /// A desk whose first row has an order, so that its customer can be written to.
  private func deskWithFeedback() throws -> Desk {
    let desk = try deskWithReviews()
    let feedback = try desk.write(
      "feedback.tsv",
      "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\r\n"
        + "9/24/26\t1\tIt broke.\t\t114-7863528-5212210\tqw2smy2gutcr61k@marketplace.amazon.com\r\n"
    )
    try desk.run(["import", feedback])
    return desk
  }

  private func composeMessage(_ session: Session) throws {
    try session.see("Review 39")
    try session.composeMessage()
  }

  @Test("Every size down to 40x10 shows the list; smaller ones do no harm")
  func sizes() throws {
    let session = try Session(try deskWithReviews(), rows: 50, columns: 160)
    try session.see("NEXT CONTACT")
    for (rows, columns) in [(24, 80), (10, 40), (3, 20), (1, 10), (24, 80)] {
      try session.resize(rows: rows, columns: columns)
    }
    try session.see("Review 39")
    try session.press("j", "j", "Enter")
    try session.see("why (w):")
  }

  @Test("Escape sequences and bidi controls in a review are shown, never obeyed")
  func hostileText() throws {
    let session = try Session(try deskWithReviews())
    let screen = try session.see("hostile")
    #expect(screen.contains { $0.contains("Review 39") })
    #expect(!screen.joined().contains("\u{202E}"))
  }

  @Test("A paste goes into the draft as text, whatever commands its letters are")
  func paste() throws {
    let session = try Session(try deskWithFeedback())
    try composeMessage(session)
    try session.paste("qQ:? sorry that it broke")
    try session.see("qQ:? sorry that it broke")
  }

  @Test("Without a UTF-8 locale, and without colour, everything is still there")
  func poorTerminal() throws {
    let session = try Session(
      try deskWithReviews(), environment: ["LC_ALL": "C", "LANG": "C", "NO_COLOR": "1"])
    try session.see("Review 39")
    try session.press("?")
    try session.see("Keys: inbox")
  }

  @Test("A theme is tried on the screen, kept in the configuration, and there at the next start")
  func theme() throws {
    let desk = try deskWithReviews()
    _ = try desk.write("config.toml", "[screen]\nnotify = \"bell\"\n")
    let session = try Session(desk)
    try session.see("Review 39")
    try session.press("F3")
    try session.see("high-contrast")
    try session.press("j", "Enter")
    try session.see("theme light, kept in")
    let kept = try String(contentsOfFile: desk.folder + "/config.toml", encoding: .utf8)
    #expect(kept == "[screen]\ntheme = \"light\"\nnotify = \"bell\"\n")
    try session.press("F3")
    try session.see("high-contrast")
    try session.press("Escape")
    // The picker covers this; what it shows itself may be missing while it is being drawn.
    try session.see("of 41")
    try session.press("Q")
    try session.waitForEnd()
  }

  @Test("A click selects a row, a second one opens it, where the configuration wants the mouse")
  func mouse() throws {
    let desk = try deskWithReviews()
    _ = try desk.write("config.toml", "[screen]\nmouse = true\n")
    let session = try Session(desk)
    try session.see("Review 39")
    try session.typeRaw("\u{1B}[<0;30;5M\u{1B}[<0;30;5m")
    try session.see("3 of 41")
    try session.typeRaw("\u{1B}[<0;30;5M\u{1B}[<0;30;5m")
    try session.see("why (w):")
  }

  @Test(
    "What was typed is on disk when the terminal hangs up, or the system ends the program",
    arguments: [SIGHUP, SIGTERM])
  func hangUp(_ signal: Int32) throws {
    let desk = try deskWithFeedback()
    let session = try Session(desk)
    try composeMessage(session)
    try session.type("sorry that it broke, zzz")
    try session.see("zzz")
    session.kill(signal)
    try session.waitForEnd()
    #expect(try desk.store().openDrafts().map(\.text) == ["sorry that it broke, zzz"])
  }

  @Test("q leaves, and the shell has its terminal back")
  func leaves() throws {
    let session = try Session(try deskWithReviews())
    try session.see("Review 39")
    try session.press("q")
    try session.waitForEnd()
  }
}
