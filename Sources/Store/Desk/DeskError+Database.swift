import AmendsPolicy
import GRDB
import Ledger

extension DeskError {
  /// Any error of a piece of work with the database, as one of ours.
  init(_ error: any Error) {
    switch error {
    case let known as DeskError: self = known
    case let step as TransitionError: self = .transition(step)
    case let refusal as DatabaseError: self = Self.from(refusal)
    default: self = .database("\(error)")
    }
  }

  private static func from(_ error: DatabaseError) -> DeskError {
    let message = error.message ?? error.resultCode.description
    return switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
    case .SQLITE_FULL: .diskFull
    case .SQLITE_IOERR:
      error.extendedResultCode == .SQLITE_IOERR_SHMSIZE ? .diskFull : .storage(message)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(message)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
    case .SQLITE_CANTOPEN: .database(message)
    case .SQLITE_CONSTRAINT: refusal(in: message)
    default: .database(message)
    }
  }

  private static func refusal(in message: String) -> DeskError {
    if let limit = limit(in: message) { return .refused(limit) }
    guard message.hasPrefix(SafetySchema.frozen),
      let kind = FreezeKind(rawValue: String(message.dropFirst(SafetySchema.frozen.count)))
    else { return .database(message) }
    return .frozen(kind)
  }

  /// The limit that a trigger of the ledger names after `limit:`, or that a constraint stands for.
  private static func limit(in message: String) -> ContactLimit? {
    if let name = message.split(separator: ":").last, message.hasPrefix("limit:") {
      return ContactLimit(rawValue: String(name))
    }
    if message.contains("permit_interval") { return .interval }
    if message.contains("permit_unanswered") { return .unanswered }
    return nil
  }
}
