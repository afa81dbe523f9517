import AmendsPolicy
import Delivery
import GRDB
import Ledger

/// The control of the kills: a queue as job queues usually are.
///
/// A worker takes a job for a while; where the while is over, whoever comes next takes it again. Contacts
/// are kept in a table that is asked first. No permit, no doubt: what has no answer is tried again.
package struct LeasedWorker {
  private static let lease: Int64 = 400

  private let database: DatabaseQueue
  private let post: FatefulCarrier<PostOffice.Post>
  private let town: Town

  init(_ order: WorkerOrder) throws {
    let fate = Fate(order.doom)
    database = try Self.database(order.queue)
    post = FatefulCarrier(PostOffice.carrier(port: order.port, fate: fate), fate)
    town = order.town
  }

  private static func database(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(20)
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Makes a queue with so many jobs for each customer.
  package static func prepare(_ order: WorkerOrder, jobsEach: Int) throws {
    let database = try database(order.queue)
    try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try database.write { db in
      try db.execute(
        sql: """
          CREATE TABLE job(id TEXT PRIMARY KEY, customer INTEGER NOT NULL, state TEXT NOT NULL,
            lease_until INTEGER NOT NULL);
          CREATE TABLE contact(customer INTEGER NOT NULL, at INTEGER NOT NULL);
          """)
      for job in 0..<jobsEach * order.customers {
        try db.execute(
          sql: "INSERT INTO job VALUES (?, ?, 'ready', 0)",
          arguments: ["job-\(job)", job % order.customers])
      }
    }
  }

  func work() throws {
    while true {
      if let job = try take() { try send(job) } else { Worker.rest(3) }
    }
  }

  private struct Job {
    var id: String
    var customer: Int
  }

  private func take() throws -> Job? {
    let now = TortureClock.now.milliseconds
    return try database.write { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT id, customer FROM job
          WHERE (state = 'ready' OR state = 'leased' AND lease_until < ?) AND NOT EXISTS (
            SELECT 1 FROM contact WHERE contact.customer = job.customer AND at > ?)
          ORDER BY rowid LIMIT 1
          """,
        arguments: [now, now - Town.limits.interval.milliseconds])
      guard let row else { return nil }
      let job = Job(id: row[0], customer: row[1])
      try db.execute(
        sql: "UPDATE job SET state = 'leased', lease_until = ? WHERE id = ?",
        arguments: [now + Self.lease, job.id])
      return job
    }
  }

  private func send(_ job: Job) throws {
    let letter = Letter(
      item: OutboxID(job.id), recipient: try RelayAddress(town.address(of: job.customer)),
      subject: try HeaderText("Sorry"), text: "We are sorry.")
    let attempt = Fence(item: letter.item, number: 1)
    switch try? post.prepare(letter, as: attempt, at: TortureClock.now).leave() {
    case .sent: try close(job, "done")
    case .refused: try close(job, "dead")
    default: try close(job, "ready")
    }
  }

  private func close(_ job: Job, _ state: String) throws {
    try database.write { db in
      try db.execute(
        sql: "UPDATE job SET state = ? WHERE id = ?", arguments: [state, job.id])
      guard state == "done" else { return }
      try db.execute(
        sql: "INSERT INTO contact VALUES (?, ?)",
        arguments: [job.customer, TortureClock.now.milliseconds])
    }
  }
}
