public import AmendsPolicy

/// Many processes that want to write to the same customers, in a scratch folder.
///
/// Whoever runs it calls ``prepare(_:at:)``, starts the processes of one kind, each of which calls
/// ``contend(as:_:by:whenReady:)``, waits for all of them, and calls ``figures(of:)``.
public struct Contention: Sendable {
  private let folder: String
  private let plan: ContentionPlan

  /// A contention in a folder that exists, is empty and private.
  public init(in folder: String, plan: ContentionPlan) {
    self.folder = folder
    self.plan = plan
  }

  /// Makes what the processes of a kind contend on.
  ///
  /// - Throws: ``ProofError`` where that is impossible.
  public func prepare(_ kind: RivalKind, at now: Instant) throws(ProofError) {
    do { try desk(kind).prepare(at: now) } catch { throw ProofError(error) }
  }

  /// Contends until the time is over, and leaves a tally behind.
  ///
  /// - Parameters:
  ///   - number: Which of its kind the process is.
  ///   - kind: How it contends.
  ///   - clock: The clocks of the machine.
  ///   - whenReady: Called once everything is open; returns when all begin.
  /// - Throws: ``ProofError`` where something failed that no contention explains; the reason is left behind too.
  public func contend(
    as number: Int, _ kind: RivalKind, by clock: ProofClock, whenReady: () -> Void
  ) throws(ProofError) {
    do {
      let tally = try run(number, kind, clock, whenReady)
      try ProofFile.write(tally.text, to: path(number, kind))
    } catch {
      let failure = ProofError(error)
      try? ProofFile.write(failure.description, to: path(number, kind) + ".failure")
      throw failure
    }
  }

  private func run(
    _ number: Int, _ kind: RivalKind, _ clock: ProofClock, _ whenReady: () -> Void
  ) throws -> Tally {
    var dice = Dice(seed: UInt64(number))
    var rival = try rival(kind, number, clock)
    let meter = WaitMeter(clock.pulse)
    var tally = Tally()
    whenReady()
    let start = clock.pulse()
    while case let elapsed = clock.pulse() - start, elapsed < plan.seconds {
      let customer = plan.customer(after: elapsed, by: &dice)
      tally.count(try rival.attempt(customer, meter))
    }
    tally.waits = meter.waits
    return tally
  }

  private func rival(
    _ kind: RivalKind, _ number: Int, _ clock: ProofClock
  ) throws -> any Rival {
    let name = "\(kind.rawValue)-\(number)"
    return switch kind {
    case .ledger: try LedgerRival(desk(kind), name: name, now: clock.now)
    case .rogue:
      try RogueRival(desk(kind), name: name, dice: Dice(seed: ~UInt64(number)), now: clock.now)
    case .careless: try CarelessRival(desk(kind), limits: plan.limits, now: clock.now)
    }
  }

  /// What the processes of a kind tried and got, held against what has left.
  ///
  /// - Throws: ``ProofError`` with the first reason of a process that failed.
  public func figures(of kind: RivalKind) throws(ProofError) -> ContentionFigures {
    var tally = Tally()
    for number in 0..<plan.processes {
      if let reason = try ProofFile.read(path(number, kind) + ".failure") {
        throw ProofError("a process of the proof failed (\(kind.rawValue)): \(reason)")
      }
      guard let text = try ProofFile.read(path(number, kind)) else {
        throw ProofError("a process of the proof was stopped before its time")
      }
      tally.add(try Tally(text))
    }
    let contacts = try ContactLog.read(desk(kind).logPath)
    let check = ContactCheck(contacts, interval: plan.limits.interval, cap: plan.cap)
    do {
      return ContentionFigures(
        kind: kind, tally, check, damage: try desk(kind).damage(), seconds: plan.seconds)
    } catch { throw ProofError(error) }
  }

  private func desk(_ kind: RivalKind) -> ScratchDesk {
    ScratchDesk(in: folder, kind: kind, plan: plan)
  }

  private func path(_ number: Int, _ kind: RivalKind) -> String {
    "\(folder)/\(kind.rawValue)/tally-\(number)"
  }
}
