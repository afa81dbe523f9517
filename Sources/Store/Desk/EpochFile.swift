#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A small file beside the database that says which database belongs here, and how far it had come.
///
/// A database whose name differs was put here from elsewhere; one that has fewer facts is an older copy of
/// itself, for facts are never deleted.
struct EpochFile: Equatable, Sendable {
  /// The name that the database carries as well.
  var epoch: String
  /// The number of the newest fact that it had when this was written.
  var facts: Int64

  /// What is read in its place.
  enum Content: Equatable {
    case missing
    case damaged
    case known(EpochFile)
  }

  init(epoch: String = EpochFile.freshEpoch(), facts: Int64 = 0) {
    self.epoch = epoch
    self.facts = facts
  }

  /// A name that no database carries yet.
  static func freshEpoch() -> String {
    String(UInt64.random(in: .min ... .max), radix: 16)
      + String(UInt64.random(in: .min ... .max), radix: 16)
  }

  /// Reads the file.
  static func read(_ path: String) throws(DeskError) -> Content {
    guard access(path, F_OK) == 0 else { return .missing }
    let bytes = try OwnFile(path, O_RDONLY).bytes(most: 4096)
    let fields = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard fields.count == 2, fields[0].allSatisfy(\.isHexDigit), let facts = Int64(fields[1]) else {
      return .damaged
    }
    return .known(EpochFile(epoch: String(fields[0]), facts: facts))
  }

  /// Puts it in the place of the one before, durably.
  func write(_ path: String, in folder: String) throws(DeskError) {
    try OwnFile.replace(path, with: "\(epoch) \(facts)\n", in: folder)
  }
}
