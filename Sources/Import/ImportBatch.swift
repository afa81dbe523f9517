public import Ledger

/// The next part of a file: its good rows, those that were refused, and how far reading is.
public struct ImportBatch: Sendable {
  /// The good rows in the order of the file.
  public var rows: [ImportedRow] = []
  /// The refused rows in the order of the file.
  public var rejections: [RowRejection] = []
  /// How many messages of a mailbox concern no buyer.
  public var ignored = 0
  /// The files of a folder that were read for it, by the names that stay.
  public var files: [String] = []
  /// How many bytes of an mbox file its messages, and those before them, were.
  public var messageBytes = 0
  /// How many bytes of the file have been read, as it lies on disk.
  public var bytesRead = 0
  /// How many bytes the file has; 0 where a pipe does not say.
  public var totalBytes = 0

  /// How many bytes of the file its rows were, so that a few huge rows make a batch as well.
  var weight = 0

  private static let heaviest = 16 << 20

  /// How many rows there are, good, refused and ignored.
  var count: Int { rows.count + rejections.count + ignored }

  /// Whether it holds so many rows, or as many bytes as a batch may.
  func isFull(_ count: Int) -> Bool { self.count >= count || weight >= Self.heaviest }
}
