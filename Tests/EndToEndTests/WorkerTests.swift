import AmendsPolicy
import Foundation
import Ledger
import Store
import Testing

/// A reply that is queued in an inbox and sent by a sender without a screen.
@Suite(.serialized)
struct WorkerTests {
  private static let order = "114-7863528-5212210"
  private static let relay = "qw2smy2gutcr61k@marketplace.amazon.com"
  private let honest =
    "I am sorry that the glass base of your kettle arrived cracked."
    + " A new kettle leaves tomorrow and costs you nothing. Kind regards, Amy"

  private func desk(send: String) throws -> Desk {
    let desk = try Desk()
    _ = try desk.write(
      "config.toml",
      """
      [agent]
      name = "amy"
      [contact]
      quiet_hours = "none"
      [delivery]
      carrier = "maildir"
      maildir = "mail"
      from = "shop@example.com"
      undo_seconds = 0
      send = "\(send)"
      """)
    let feedback = try desk.write(
      "feedback.tsv",
      "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\r\n"
        + "9/24/26\t1\tThe glass base of the kettle arrived cracked.\t\t\(Self.order)\t\(Self.relay)\r\n"
    )
    try desk.run(["import", feedback])
    return desk
  }

  private func queue(in session: Session) throws {
    try session.see("glass base")
    try session.composeMessage()
    try session.type(honest)
    try session.see("saved")
    try session.press("C-s")
    try session.see("queued")
    try session.press("o")
  }

  private func letters(_ desk: Desk) -> Int {
    ((try? FileManager.default.contentsOfDirectory(atPath: desk.folder + "/mail/new")) ?? []).count
  }

  @Test(
    "The inbox says that nobody sends; a worker comes, sends it, and the outbox shows that it went")
  func worker() throws {
    let desk = try desk(send: "worker")
    let session = try Session(desk, columns: 100)
    try queue(in: session)
    try session.see("replies wait until somebody starts `amends send`")
    try session.see("waits for a sender")
    #expect(letters(desk) == 0)
    let worker = Process()
    worker.executableURL = URL(fileURLWithPath: Desk.program)
    worker.arguments = ["send", "--desk", desk.folder]
    worker.environment = TmuxControl.environment(home: desk.folder)
    worker.standardOutput = FileHandle.nullDevice
    worker.standardError = FileHandle.nullDevice
    try worker.run()
    try session.see("amends send (pid \(worker.processIdentifier), amy) sends")
    try session.see("▌sent ")
    #expect(letters(desk) == 1)
    kill(worker.processIdentifier, SIGKILL)
    worker.waitUntilExit()
    try session.see("nobody sends")
    try session.press("Q")
    try session.waitForEnd()
  }

  @Test("At a person's word: nothing leaves until s is pressed")
  func manual() throws {
    let desk = try desk(send: "manual")
    let session = try Session(desk, columns: 100)
    try queue(in: session)
    try session.see("leaves at your word")
    try session.see("s sends it")
    #expect(letters(desk) == 0)
    try session.press("s")
    try session.see("a reply has left")
    try session.see("▌sent ")
    #expect(letters(desk) == 1)
    try session.press("Q")
    try session.waitForEnd()
  }

  @Test("Of two inboxes one sends; when it is killed the other does")
  func inboxes() throws {
    let desk = try desk(send: "inbox")
    let first = try Session(desk, columns: 100)
    try first.see("glass base")
    try first.press("o")
    try first.see("this inbox sends")
    let second = try Session(desk, columns: 100)
    try second.see("glass base")
    try second.press("o")
    try second.see("amends (pid ")
    first.kill()
    try first.waitForEnd()
    try second.see("this inbox sends")
    try second.press("q")
    try queue(in: second)
    try second.see("▌sent ")
    #expect(letters(desk) == 1)
    try second.press("Q")
    try second.waitForEnd()
  }
}
