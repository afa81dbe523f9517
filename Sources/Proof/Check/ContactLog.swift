public import AmendsPolicy
import Glibc

/// A message that left: to whom, and when.
public struct MadeContact: Hashable, Sendable {
  /// Who got it.
  public let customer: Int
  /// When it left.
  public let at: Instant

  /// A message to a customer at an instant.
  public init(customer: Int, at: Instant) {
    self.customer = customer
    self.at = at
  }
}

/// What has left, written down at that very moment by whoever let it leave.
///
/// It is the only thing that the check looks at: no code under test writes it, and a line is whole or not
/// there, as one `write` behind the end of the file.
final class ContactLog {
  private let file: Int32
  private let path: String

  /// Opens the log, and makes it where it is missing.
  init(_ path: String) throws(ProofError) {
    file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
    self.path = path
    guard file >= 0 else { throw ProofFile.failure("open", path) }
  }

  deinit { close(file) }

  /// Writes down that a message left.
  func append(_ contact: MadeContact) throws(ProofError) {
    try ProofFile.append("\(contact.customer) \(contact.at.milliseconds)\n", to: file, path)
  }

  /// Everything that has left.
  static func read(_ path: String) throws(ProofError) -> [MadeContact] {
    try (ProofFile.read(path) ?? "").split(separator: "\n").map { (line) throws(ProofError) in
      let fields = line.split(separator: " ")
      guard fields.count == 2, let customer = Int(fields[0]), let at = Int64(fields[1]) else {
        throw ProofError("\(path) holds a line that nobody wrote: \(line)")
      }
      return MadeContact(customer: customer, at: Instant(milliseconds: at))
    }
  }
}
