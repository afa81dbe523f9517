public import Ledger

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension DeskStore {
  /// Puts hashes in the place of a person's keys throughout the spool; its contacts stay, and find the same
  /// keys again should an older database be put back.
  ///
  /// - Throws: ``DeskError`` where the spool could not be written; it is as it was then.
  public func hashInSpool(_ keys: Set<CustomerKey>) throws(DeskError) {
    try underLock { _ in try spool.rewrite(without: keys) }
  }
}

extension Spool {
  /// Puts hashes in the place of some keys, in one step that either happens or does not.
  ///
  /// Whoever calls holds the desk's lock. A line that cannot be read goes where it holds a key.
  func rewrite(without keys: Set<CustomerKey>) throws(DeskError) {
    let bytes = try OwnFile(path, O_RDONLY).bytes()
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let first = lines.first, var head = Self.head(first) else {
      throw .storage("\(path): its first line cannot be read")
    }
    head.edition += 1
    let eraser = SpoolEraser(keys: keys, salt: head.salt)
    let rest = lines.dropFirst().compactMap { eraser.line(of: $0) }.joined()
    try OwnFile.replace(path, with: SpoolLine.head(head).text + rest, in: folder)
  }
}

/// Hashes some keys in lines of a spool.
private struct SpoolEraser {
  let keys: Set<CustomerKey>
  let salt: String

  /// The line without the keys; `nil` where it cannot be read and holds one.
  func line(of bytes: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let line = SpoolLine(text) else {
      let isTold = keys.contains { text.contains(SpoolField.encoded($0.stored)) }
      return isTold ? nil : text + "\n"
    }
    guard case .permit(var permit) = line else { return line.text }
    permit.keys = permit.keys.map(hashed)
    permit.order = permit.order.map(hashed)
    return SpoolLine.permit(permit).text
  }

  private func hashed(_ key: SpoolKey) -> SpoolKey {
    guard case .plain(let plain) = key, keys.contains(plain) else { return key }
    return key.hashed(salt)
  }
}
