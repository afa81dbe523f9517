public import AmendsPolicy
import Ledger

/// The carrier that puts messages into a Maildir, from which the shop's own mail system takes them.
///
/// A message is written to `tmp/` before the permit is opened, and renamed into `new/` after it. So what
/// lies in `tmp/` has certainly not left, what lies in `new/` or `cur/` certainly has, and a file that
/// recovery has removed from `tmp/` cannot leave any more, even if its sender was only asleep.
public struct Maildir: Carrier {
  private let path: String
  /// The shop's address.
  public let sender: MailAddress

  /// The Maildir at a path; its folders are made with mode 0700 where they are missing.
  ///
  /// - Parameters:
  ///   - path: The folder that holds `tmp`, `new` and `cur`; the folder around it must exist.
  ///   - sender: The shop's address, authorised in Seller Central.
  public init(path: String, sender: MailAddress) {
    self.path = path
    self.sender = sender
  }

  /// Writes the message to `tmp/`, durably.
  ///
  /// - Throws: ``CarrierFault`` when it could not be written, or a message of the item has left before.
  public func prepare(
    _ letter: Letter,
    as attempt: Fence,
    at now: Instant
  ) throws(CarrierFault) -> WrittenMessage {
    let identity = try MailIdentity(attempt.item)
    let name = try MaildirName(attempt, at: now)
    let message = try MailMessage(letter, from: sender, at: now)
    do throws(FileFault) {
      let root = try Folder(path: path)
      let hasLeft = try Self.hasLeft(identity, root)
      if !hasLeft {
        try root.folder("tmp").create(name.text, message.bytes(.lineFeed))
        return WrittenMessage(path: path, name: name.text)
      }
    } catch {
      throw .file(error)
    }
    throw .alreadyLeft
  }

  /// Looks for an attempt in all three folders, and removes it from `tmp/`.
  ///
  /// - Throws: ``CarrierFault`` when the folders cannot be read or written.
  public func trace(_ attempt: Fence) throws(CarrierFault) -> Trace {
    let identity = try MailIdentity(attempt.item)
    do throws(FileFault) {
      let root = try Folder(path: path)
      if try Self.stop(identity, attempt.number, root) { return .stopped }
      return try Self.hasLeft(identity, root) ? .left : .unknown
    } catch {
      throw .file(error)
    }
  }

  private static func hasLeft(
    _ identity: MailIdentity,
    _ root: borrowing Folder
  ) throws(FileFault) -> Bool {
    for folder in ["new", "cur"] {
      let names = try root.folder(folder).names()
      if names.contains(where: { MaildirName.belongs($0, to: identity) }) { return true }
    }
    return false
  }

  /// Removes an attempt from `tmp/`; `false` where it is not there, or has left in this moment.
  private static func stop(
    _ identity: MailIdentity,
    _ number: Int64,
    _ root: borrowing Folder
  ) throws(FileFault) -> Bool {
    let waiting = try root.folder("tmp")
    for name in try waiting.names()
    where MaildirName.belongs(name, to: identity, attempt: number) {
      if try waiting.remove(name) { return true }
    }
    return false
  }
}
