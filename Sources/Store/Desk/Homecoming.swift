import AmendsPolicy
import GRDB
import Ledger

/// Whether a database that is opened is the one that was left here, and what to do where it is not.
///
/// A database from elsewhere, or an older copy, may not know of messages that left, nor of people who opted
/// out since. So sending is frozen, and the contacts that the spool knows of are taken in.
struct Homecoming {
  private let identity: DeskIdentity?
  private let epochFile: EpochFile.Content
  private let newestFact: Int64
  private let content: SpoolContent
  private let intake: SpoolIntake
  private let mark: ClockMark?
  /// The name that database and file shall carry.
  private let name: String

  /// Compares a database with the files beside it.
  init(_ files: DeskFiles, _ spool: Spool, _ db: Database) throws {
    let identity = try DeskIdentity.read(db)
    let epochFile = try EpochFile.read(files.epoch)
    (self.identity, self.epochFile) = (identity, epochFile)
    name = Self.name(identity, epochFile)
    newestFact = try DeskIdentity.newestFact(db)
    let isHere = Self.isHere(identity, epochFile)
    content = try spool.content(from: isHere ? identity?.place ?? SpoolPlace() : SpoolPlace())
    intake = try SpoolIntake(content, db)
    mark = try ClockMarks.read(db)
  }

  private static func isHere(_ identity: DeskIdentity?, _ file: EpochFile.Content) -> Bool {
    guard let identity, case .known(let known) = file else { return false }
    return identity.epoch == known.epoch
  }

  /// Why it is not the database that was left here; empty where it is, or where it is new.
  private var signs: [String] {
    var signs: [String] = []
    switch (identity, epochFile) {
    case (nil, .missing): break
    case (_, .missing): signs.append("desk.epoch is gone: the database may come from elsewhere")
    case (_, .damaged): signs.append("desk.epoch cannot be read")
    case (let identity?, .known(let file)) where identity.epoch != file.epoch:
      signs.append("another database was put in the place of the one that was here")
    case (_, .known(let file)) where newestFact < file.facts:
      signs.append("the database is an older copy: it lacks what was recorded since")
    default: break
    }
    if !intake.permits.isEmpty {
      let count = intake.permits.count
      let messages = count == 1 ? "a message" : "\(count) messages"
      signs.append("it did not know of \(messages) that left, as desk.spool says")
    }
    if content.damagedLines > 0 || content.head == nil {
      signs.append("lines of desk.spool cannot be read")
    }
    return signs
  }

  /// Whether the spool tells of every message since the database was left: it was kept by then, and is whole.
  private var isCovered: Bool {
    guard let head = content.head, let mark else { return false }
    return head.begun <= mark.newest && content.damagedLines == 0
  }

  /// The freeze that the database calls for; `nil` where it is the one that was left here.
  func freeze(since now: Instant) -> Freeze? {
    let signs = signs
    guard !signs.isEmpty else { return nil }
    return Freeze(
      .restored, reason: signs.joined(separator: "; "), since: now, needsHorizon: !isCovered)
  }

  private static func name(_ identity: DeskIdentity?, _ file: EpochFile.Content) -> String {
    if case .known(let file) = file { return file.epoch }
    return identity?.epoch ?? EpochFile.freshEpoch()
  }

  private var wanted: DeskIdentity {
    DeskIdentity(
      epoch: name,
      place: SpoolPlace(bytes: content.end, edition: content.head?.edition ?? 0))
  }

  /// Whether the database needs to be written to.
  var concernsDatabase: Bool { !signs.isEmpty || identity != wanted }

  /// Whether neither has a name yet: then the file is written first, so that an interruption between the two
  /// does not look like a database from elsewhere.
  var isNew: Bool { identity == nil && epochFile == .missing }

  /// Takes in what the spool knows, freezes sending, and gives the database its name, in a transaction.
  func settle(at now: Instant, by acting: Acting, _ db: Database) throws {
    if let freeze = freeze(since: now) {
      let trail = try AuditTrail(acting: acting, act: Act(at: now), action: .restored, db)
      try intake.run(now: now, db)
      try Freezes.raise(freeze, db)
      try trail.takeMoves(db)
      try trail.note(.desk, details: [.added: "\(intake.permits.count)"], db)
    }
    try wanted.write(db)
  }

  /// Writes the file beside the database where it does not say what it has to.
  func writeFile(_ files: DeskFiles, newestFact: Int64) throws(DeskError) {
    let file = EpochFile(epoch: name, facts: newestFact)
    guard epochFile != .known(file) else { return }
    try file.write(files.epoch, in: files.folder)
  }
}
