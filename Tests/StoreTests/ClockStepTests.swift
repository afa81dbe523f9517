import AmendsPolicy
import Foundation
import Ledger
import Store
import Testing

/// A machine whose wall clock is stepped at random, with what the time really is beside it.
private struct Machine {
  var passed: Instant
  var step = Span(milliseconds: 0)
  var started: Instant
  var starts = 0
  /// Whether a time server answers; it keeps no clock that somebody set wrongly.
  var isKept = true

  init(at start: Instant) {
    passed = start
    started = start - .days(3)
  }

  var reading: ClockReading {
    let isRight = step.milliseconds == 0
    return ClockReading(
      wall: passed + step, sinceBoot: passed - started, boot: "boot \(starts)",
      keeping: isKept && isRight ? .kept : .unknown)
  }

  /// Lets up to thirty hours pass, and now and then sets the clock, puts it right, or starts the machine anew.
  mutating func goOn(_ dice: inout Seeded) {
    passed = passed + .minutes(.random(in: 1...1800, using: &dice))
    switch Int.random(in: 0..<10, using: &dice) {
    case 0...3: step = Self.randomStep(&dice)
    case 4...5: putRight()
    case 6:
      starts += 1
      started = passed
      isKept = false
      step = Bool.random(using: &dice) ? Self.randomStep(&dice) : step
    default: break
    }
  }

  mutating func putRight() {
    step = Span(milliseconds: 0)
    isKept = true
  }

  /// From two days back to sixty days ahead.
  private static func randomStep(_ dice: inout Seeded) -> Span {
    .minutes(.random(in: -2 * 1440...60 * 1440, using: &dice))
  }
}

/// One shop under random clocks: who was written to when, by the time as it really was.
private struct ClockTrial {
  let limits = ContactLimits(maximumUnanswered: 100_000)
  let zone: Zone
  var machine: Machine
  var dice: Seeded
  /// Whether the clocks are told as they are; else the running time follows the wall clock, as if nobody looked.
  let isTold: Bool
  var sent: [Int: [Instant]] = [:]
  var frozen = 0

  private var reading: ClockReading { isTold ? machine.reading : .steady(machine.reading.wall) }

  mutating func run(steps: Int) throws {
    let folder = TestDesk.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var store = try open(folder)
    try fill(store)
    for step in 0..<steps {
      machine.goOn(&dice)
      if step % 7 == 6 {
        try store.close()
        store = try open(folder)
      }
      try trySending(to: .random(in: 0..<3, using: &dice), round: step, store)
      if try !store.freezes().isEmpty, Int.random(in: 0..<3, using: &dice) == 0 {
        machine.putRight()
        let reason = try #require(TypedReason("the clock was put right"))
        try store.allowSending(reason, clock: reading, by: "amy")
      }
    }
    try store.close()
  }

  private func open(_ folder: String) throws -> DeskStore {
    let zone = zone
    return try DeskStore(at: folder, limits: limits, zones: { _ in zone }, clock: reading)
  }

  private func fill(_ store: DeskStore) throws {
    let rows = (0..<3).map { person in
      ImportedRow.review(
        ImportedReview(
          externalID: "R\(person)", kind: .productReview, rating: 1, text: "Broken",
          postedAt: machine.passed - .days(1), keys: [.reviewer("P\(person)")]))
    }
    _ = try store.importRows(rows, at: machine.passed, by: "import")
  }

  private mutating func trySending(to person: Int, round: Int, _ store: DeskStore) throws {
    let review = try #require(try store.review(.productReview, externalID: "R\(person)"))
    let now = reading.wall
    let draft = Draft(
      id: DraftID("\(round)"), review: review.id, customer: review.customer, text: "Sorry",
      revision: 1, changedAt: now)
    try store.save(draft)
    let item = try store.enqueue(
      OutboxItem(
        id: OutboxID("\(round)"), draft: draft.id, review: review.id, customer: review.customer,
        recipient: nil, order: nil, text: "Sorry", queuedAt: now, queuedBy: "amy", leavesAt: now),
      at: now)
    let claim = try store.claim(item.id, by: "trial")
    let answer = try store.commit(item.id, fence: claim.fence, at: reading, channel: "email")
    guard answer == .granted else {
      if case .refused(.frozen) = answer { frozen += 1 }
      try store.release(item.id, fence: claim.fence)
      try store.recall(item.id, at: now, by: "amy")
      try store.discard(draft.id, at: now)
      return
    }
    try store.finish(item.id, fence: claim.fence, .sent, at: reading.wall)
    sent[person, default: []].append(machine.passed)
  }

  /// How many contacts came earlier than the limits allow, or at night, by the time as it really was.
  var early: Int {
    let gaps = sent.values.flatMap { zip($0, $0.dropFirst()).map { $1 - $0 } }
    let nights = sent.values.joined().filter { limits.quietHours.contains($0, in: zone) }
    return gaps.count { $0 < limits.interval } + nights.count
  }
}

@Suite("Clocks that are set at random")
struct ClockStepTests {
  /// Two days before both nights of the change, on both halves of the globe.
  static let nights: [(zone: String, start: String)] = [
    ("Europe/Berlin", "2026-03-27T12:00:00Z"), ("Europe/Berlin", "2026-10-23T12:00:00Z"),
    ("America/New_York", "2026-03-06T12:00:00Z"), ("America/New_York", "2026-10-30T12:00:00Z"),
    ("Australia/Sydney", "2026-04-03T12:00:00Z"), ("Australia/Sydney", "2026-10-02T12:00:00Z"),
    ("Asia/Kolkata", "2026-06-01T12:00:00Z"),
  ]

  private func trial(_ night: (zone: String, start: String), isTold: Bool) throws -> ClockTrial {
    let rules = try #require(TimeZone(identifier: night.zone))
    let zone = Zone(name: night.zone) { instant in
      let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
      return .seconds(Int64(rules.secondsFromGMT(for: date)))
    }
    let start = try #require(ISO8601.instant(night.start))
    return ClockTrial(
      zone: zone, machine: Machine(at: start),
      dice: Seeded(UInt64(start.milliseconds / 1000)), isTold: isTold)
  }

  @Test("nobody is written to early, or at night", arguments: nights)
  func nobodyEarly(_ night: (zone: String, start: String)) throws {
    var trial = try trial(night, isTold: true)
    try trial.run(steps: 80)
    #expect(trial.early == 0)
    #expect(trial.sent.values.joined().count >= 3)
    #expect(trial.frozen >= 5)
  }

  @Test("where nobody looks at the running time the same trial sees early contacts")
  func control() throws {
    var trial = try trial(Self.nights[0], isTold: false)
    try trial.run(steps: 80)
    #expect(trial.early > 0)
  }
}
