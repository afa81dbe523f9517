import Foundation

/// A folder of its own, removed when nobody needs it any more.
public final class ScratchFolder: Sendable {
  /// Where it is.
  public let path: String

  /// Makes one.
  ///
  /// - Throws: What the system says where that is impossible.
  public init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("mail-servers-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
