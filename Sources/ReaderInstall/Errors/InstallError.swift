public import Digests

/// Why the reader cannot be installed.
public enum InstallError: Error, Hashable, Sendable {
  /// A file cannot be opened, or not be read on.
  case unreadable(path: String, reason: String)
  /// A file is neither the wheel nor the base file.
  case foreign(path: String, found: String)
  /// A file ends too early.
  case cut(path: String, expected: String, found: String)
  /// A wheel is damaged, or made as no wheel of this package is.
  case damagedArchive(path: String, reason: String)
  /// A zip archive does not hold the base file.
  case memberMissing(path: String, member: String)
  /// The base file has another size, in bytes.
  case wrongSize(path: String, expected: Int, found: Int)
  /// The base file has the right size and another content.
  case wrongChecksum(path: String, expected: Checksum, found: Checksum)
  /// The base file does not keep its own format.
  case damagedBase(path: String, reason: String)
  /// The adapter does not keep its format, or does not fit the base.
  case damagedAdapter(reason: String)
  /// The adapter was trained on another base.
  case foreignAdapter(expected: Checksum, found: Checksum)
  /// A weight is infinite or no number once base and adapter are merged.
  case notFinite(tensor: String, row: Int)
  /// The system refused to write.
  case unwritable(path: String, operation: String, reason: String)
  /// There is no room left where a file is written.
  case diskFull(path: String)
  /// No client of the package index was found.
  case noClient
  /// The client cannot reach the package index.
  case unreachable(client: String, detail: String)
  /// The index has no such version for any platform that would do.
  case unavailable(client: String, package: String, detail: String)
  /// The client failed for a reason of its own.
  case clientFailed(client: String, detail: String)
}
