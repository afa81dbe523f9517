import Glibc

/// What a worker of the torture is told to do, by its command line.
package struct WorkerOrder: Sendable {
  package enum Role: String, Sendable {
    /// Writes drafts and queues them, for ever.
    case agent
    /// Takes up orphans and sends what is due, for ever.
    case sender
    /// Takes up orphans and sends what is due, once.
    case once
    /// The control of the kills: a queue with leases, as job queues have them, for ever.
    case leased
    /// Writes drafts and lets messages leave, one after the other, and ends.
    case recorder
    /// The control of the power cuts: the same drafts, without waiting for the disk.
    case hasty
  }

  package var role: Role
  /// The folder of everything; the desk lies in `desk`, acknowledgements in `acks`.
  package var folder: String
  /// Where the mail server listens.
  package var port: UInt16
  package var customers: Int
  package var seed: UInt64
  package var doom: Doom?

  package init(
    _ role: Role, in folder: String, port: UInt16 = 0, customers: Int = 1, seed: UInt64 = 0,
    doom: Doom? = nil
  ) {
    self.role = role
    self.folder = folder
    self.port = port
    self.customers = customers
    self.seed = seed
    self.doom = doom
  }

  /// The order as a command line.
  package var arguments: [String] {
    [role.rawValue, folder, "\(port)", "\(customers)", "\(seed)"] + (doom.map { [$0.text] } ?? [])
  }

  /// Reads a command line.
  package init?(_ arguments: [String]) {
    guard arguments.count >= 5, let role = Role(rawValue: arguments[0]),
      let port = UInt16(arguments[2]), let customers = Int(arguments[3]),
      let seed = UInt64(arguments[4])
    else { return nil }
    self.init(
      role, in: arguments[1], port: port, customers: customers, seed: seed,
      doom: arguments.count > 5 ? Doom(arguments[5]) : nil)
  }

  package var desk: String { folder + "/desk" }
  package var queue: String { folder + "/queue.sqlite" }
  package var town: Town { Town(customers: customers) }

  /// The log of this process's acknowledgements.
  var acks: AckLog { AckLog("\(folder)/acks/\(role.rawValue)-\(getpid())") }
}
