import AmendsPolicy
import ChildProcesses
import Delivery
import GRDB
import Ledger
import Store
import Testing
import Torture

/// What a mail server can say of a message, as the torture's server is asked to by the recipient's alias.
private enum ServerAnswer: String, CaseIterable {
  case accept
  /// 451 to the dot.
  case later
  /// 550 to the dot.
  case never
  /// Closes the connection at the dot, and has nothing.
  case closed
  /// Has it, and closes the connection without an answer.
  case swallowed
  /// Has it, and answers nonsense.
  case garbled
  /// Has it, and answers when nobody waits any more.
  case late
  /// 550 to the recipient.
  case unwanted
  /// 451 to the recipient.
  case greylisted

  var isToDot: Bool { self != .unwanted && self != .greylisted }

  /// Whether the message reaches the customer once the dot is written.
  var arrives: Bool {
    switch self {
    case .accept, .swallowed, .garbled, .late: true
    case .later, .never, .closed, .unwanted, .greylisted: false
    }
  }

  /// What becomes of an item where nobody dies.
  var plain: Ending {
    let state: OutboxState =
      switch self {
      case .accept: .sent
      case .later, .greylisted: .queued
      case .never, .unwanted: .failed
      case .closed, .swallowed, .garbled, .late: .uncertain
      }
    return Ending(state: state, accepted: arrives ? 1 : 0)
  }

  /// What becomes of an item whose sender dies at a point, and which another takes up; the server gives its
  /// answer only once and accepts afterwards.
  func ending(after point: FailPoint) -> Ending {
    if !isToDot {
      // Refused before the permit: only a death before that is recorded lets it be tried once more.
      let isTriedAgain = point == FailPoint(.finish, .before)
      return isTriedAgain ? Self.accept.plain : plain
    }
    guard point.isInDoubt else { return plain }
    return Ending(state: .uncertain, accepted: point.isBehindDot && arrives ? 1 : 0)
  }
}

/// Where an item stands at last, and how often the server has accepted it.
private struct Ending: Hashable, CustomStringConvertible {
  var state: OutboxState
  var accepted: Int

  var description: String { "\(state) (\(accepted) accepted)" }
}

/// One death under one answer.
private struct Cell: Hashable {
  var point: FailPoint
  var answer: ServerAnswer
  var number: Int

  var item: String { "\(answer.rawValue)\(number)" }
}

extension Reliability {
  @Suite("Every death under every answer", .enabled(if: Programs.hasPython, "needs python3"))
  struct OutcomeTableTests {
    /// The late answer costs seconds in each cell.
    private static let answers = ServerAnswer.allCases.filter { Profile.isFull || $0 != .late }

    private static let cells = FailPoint.all.enumerated().flatMap { row, point in
      answers.enumerated().map { column, answer in
        Cell(point: point, answer: answer, number: row * answers.count + column)
      }
    }

    @Test("has exactly one outcome, and no message arrives twice")
    func table() throws {
      let arena = try Arena(Town(Self.cells.map(\.item)), .byRecipient)
      var deaths = 0
      for cell in Self.cells where try run(cell, arena) { deaths += 1 }
      let accepted = try arena.server.accepted()
      let inventory = try arena.inventory()
      for cell in Self.cells {
        let ending = Ending(
          state: try #require(inventory.items[cell.item]),
          accepted: accepted.filter { $0.id == cell.item }.count)
        let expected = cell.answer.ending(after: cell.point)
        #expect(ending == expected, "\(cell.point) under \(cell.answer)")
        if Profile.isFull { print("  \(cell.point) under \(cell.answer): \(ending)") }
      }
      #expect(accepted.duplicates == 0)
      #expect(deaths > Self.cells.count / 2)
      Profile.report(
        "table: \(FailPoint.all.count) fail points x \(Self.answers.count) answers,"
          + " \(deaths) deaths, one outcome each, \(accepted.duplicates) messages twice")
    }

    /// Lets a sender die at the cell's point, another take up what it left; whether it died.
    private func run(_ cell: Cell, _ arena: Arena) throws -> Bool {
      try arena.queue(cell.item, for: cell.number, in: arena.store)
      let death = try arena.start(arena.order(.once, doom: Doom(at: cell.point))).wait()
      try SendingWorker(arena.store, port: arena.server.port).once()
      return death == .killed(9)
    }

    @Test(
      "whoever takes up may die too",
      arguments: [
        (FailPoint(.claim, .after), FailPoint(.release, .before), OutboxState.sent),
        (FailPoint(.claim, .after), FailPoint(.release, .after), .sent),
        (FailPoint(.commit, .after), FailPoint(.finish, .before), .uncertain),
        (FailPoint(.commit, .after), FailPoint(.finish, .after), .uncertain),
        (FailPoint(.dot, .during), FailPoint(.finish, .before), .uncertain),
      ])
    func recovery(_ first: FailPoint, _ second: FailPoint, _ state: OutboxState) throws {
      let arena = try Arena(Town(customers: 1), .byRecipient)
      try arena.queue("item", for: 0, in: arena.store)
      for point in [first, second] {
        let order = arena.order(.once, doom: Doom(at: point))
        #expect(try arena.start(order).wait() == .killed(9), "\(point)")
      }
      try SendingWorker(arena.store, port: arena.server.port).once()
      #expect(try arena.inventory().items["item"] == state)
      #expect(try arena.server.accepted().count == (first == FailPoint(.commit, .after) ? 0 : 1))
    }
  }
}
