import AmendsPolicy
import Foundation
import Ledger
import Store
import Testing

/// A desk whose replies leave into a Maildir, with replies that wait.
final class Outgoing {
  let desk: ProgramDesk
  let store: DeskStore
  /// An afternoon in autumn, long before any test is run: everything queued then is due.
  static let then = Instant(milliseconds: 1_795_000_000_000 - 86_400_000 * 400)

  init(_ delivery: String = "") throws {
    desk = try ProgramDesk()
    try desk.write(
      "config.toml",
      """
      [agent]
      name = "ana"
      [contact]
      quiet_hours = "none"
      [policy]
      reader = "off"
      [delivery]
      carrier = "maildir"
      maildir = "mail"
      from = "shop@example.com"
      \(delivery)
      """)
    store = try DeskStore(at: desk.folder, limits: ContactLimits(quietHours: .none))
  }

  /// The text of a reply that no rule speaks against.
  static let text = """
    Hello,

    I am sorry that the glass base of your kettle arrived cracked. A new kettle leaves tomorrow and costs
    you nothing.

    Kind regards, Amy
    """

  /// Queues a reply to a customer of its own, due at an instant.
  @discardableResult
  func queue(
    _ number: Int,
    dueAt: Instant = then,
    text: String = text,
    _ change: (inout OutboxItem) -> Void = { _ in }
  ) throws -> OutboxID {
    let review = try review(number)
    let draft = Draft(
      id: DraftID("draft-\(number)"), review: review.id, customer: review.customer, text: text,
      revision: 1, changedAt: Self.then)
    try store.save(draft)
    var item = OutboxItem(
      id: OutboxID("item-\(number)"), draft: draft.id, review: review.id,
      customer: review.customer, recipient: "buyer\(number)@marketplace.amazon.com",
      order: review.order, text: text,
      queuedAt: Self.then,
      queuedBy: "amy", leavesAt: dueAt)
    change(&item)
    try store.enqueue(item, at: Self.then)
    return item.id
  }

  /// The one review of a customer.
  func review(_ number: Int, text: String = "The glass base arrived cracked.") throws -> Review {
    let order = "114-7863528-\(5_200_000 + number)"
    var review = ImportedReview(
      externalID: "R\(number)", kind: .productReview, rating: 1, title: "Cracked", text: text,
      postedAt: Self.then - .days(1),
      keys: [.relay("buyer\(number)@marketplace.amazon.com"), .order(order)])
    review.author = "Buyer \(number)"
    _ = try store.importRows([.review(review)], at: Self.then - .hours(2), by: "amy")
    return try #require(try store.review(.productReview, externalID: "R\(number)"))
  }

  func state(_ id: OutboxID) throws -> OutboxState? { try store.outboxItem(id)?.state }

  /// The items of the messages that lie in the mailbox, in the order of their numbers.
  var delivered: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: desk.path("mail/new"))) ?? []
    return names.compactMap { name in
      name.split(separator: "_").last.map { String($0.prefix { $0 != "." }) }
    }.sorted()
  }

  /// Starts the program beside this test.
  func start(_ arguments: String...) throws -> Worker {
    try Worker(arguments + ["--desk", desk.folder], home: desk.folder)
  }
}

/// The program running beside the test, whose lines are waited for as they come.
final class Worker {
  private let process = Process()
  private let output = LineReader()
  private let errors = LineReader()

  init(_ arguments: [String], home: String) throws {
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    process.environment = [
      "HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC", "TMPDIR": home,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output.pipe
    process.standardError = errors.pipe
    try process.run()
    output.closeWritingEnd()
    errors.closeWritingEnd()
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  var number: Int32 { process.processIdentifier }

  /// The next line of its answer; `nil` when it has ended.
  func nextLine() -> String? { output.next() }

  /// The next line beside its answer; `nil` when it has ended.
  func nextError() -> String? { errors.next() }

  func signal(_ number: Int32) { kill(process.processIdentifier, number) }

  /// Waits for its end, and gives its exit status; a signal counts as 128 and its number.
  @discardableResult
  func end() -> Int32 {
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
      ? 128 + process.terminationStatus : process.terminationStatus
  }
}

/// Lines of a pipe, each waited for as long as the writer lives.
private final class LineReader {
  let pipe = Pipe()
  private var pending: [UInt8] = []

  func closeWritingEnd() { try? pipe.fileHandleForWriting.close() }

  func next() -> String? {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = pending[..<end]
        pending.removeSubrange(...end)
        return String(decoding: line, as: UTF8.self)
      }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(pipe.fileHandleForReading.fileDescriptor, &bytes, bytes.count)
      guard count > 0 else { return nil }
      pending += bytes[..<count]
    }
  }
}
