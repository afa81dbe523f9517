/// How much of a mailbox was read before.
public enum MailboxRead: Sendable {
  /// The messages of a folder, by the names that stay.
  case files(Set<String>)
  /// So many bytes of an mbox file.
  case bytes(Int)
}

extension FileImport {
  /// Opens a mailbox behind what was read of it before.
  ///
  /// - Throws: `ImportError` where it cannot be read, or is neither a folder of mail nor an mbox file.
  public init(
    mailbox path: String, behind read: MailboxRead, options: ImportOptions
  ) throws(ImportError) {
    let limit = ReadingSizes().message
    switch read {
    case .files(let known):
      let feed = try FolderFeed(try MessageFolder(path), limit: limit, except: known)
      self.init(feed, options)
    case .bytes(let start):
      let bytes = try FileBytes(path: path, from: start, portion: 1 << 18)
      let feed = MboxFeed(Window(bytes), limit: limit)
      self.init(feed, options)
    }
  }
}

/// What a path is that is to be watched for mail.
public enum MailboxKind: Sendable {
  /// A folder of messages.
  case folder
  /// An mbox file, which may be empty as yet.
  case mbox

  /// Looks what a path is.
  ///
  /// - Throws: `ImportError` where it cannot be read, or holds no mail.
  public static func look(at path: String) throws(ImportError) -> MailboxKind {
    if try FileBytes.look(at: path) == .folder {
      _ = try MessageFolder(path)
      return .folder
    }
    let head = try FileBytes(path: path, portion: 1 << 18).take(1 << 12)
    let isMbox = head.withUnsafeBufferPointer { MailHead.kind($0, isWanted: true) == .mbox }
    guard isMbox || head.isEmpty else {
      throw .cannotOpen(path: path, reason: "it is neither a Maildir nor an mbox file")
    }
    return .mbox
  }
}
