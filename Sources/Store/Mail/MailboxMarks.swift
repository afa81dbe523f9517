import GRDB

/// How far a mailbox file has been read.
public struct MailboxMark: Hashable, Sendable {
  /// The file's number within its file system: another one is another file.
  public var inode: Int64
  /// How many bytes of it have been read.
  public var offset: Int64
  /// The last bytes before that, in hexadecimal: where others stand there now, the file was rewritten.
  public var tail: String

  /// A mark at a place of a file.
  public init(inode: Int64, offset: Int64, tail: String) {
    self.inode = inode
    self.offset = offset
    self.tail = tail
  }
}

extension DeskStore {
  /// The messages of a watched folder that have been read, by the names that stay.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func filesRead(of mailbox: String) throws(DeskError) -> Set<String> {
    try read { db in
      try String.fetchSet(
        db.cachedStatement(
          sql: """
            SELECT name FROM mailbox_file JOIN mailbox ON mailbox.id = mailbox_file.mailbox
            WHERE path = ?
            """), arguments: [mailbox])
    }
  }

  /// Remembers messages of a watched folder as read.
  ///
  /// - Throws: ``DeskError`` where nothing could be written.
  public func noteRead(_ files: [String], of mailbox: String) throws(DeskError) {
    try write { db in
      let id = try Self.number(of: mailbox, db)
      for file in files {
        try db.cachedStatement(
          sql: "INSERT INTO mailbox_file(mailbox, name) VALUES (?, ?) ON CONFLICT DO NOTHING"
        ).execute(arguments: [id, file])
      }
    }
  }

  /// How far a watched mailbox file has been read; `nil` where it never was.
  ///
  /// - Throws: ``DeskError`` where the desk cannot be read.
  public func mark(of mailbox: String) throws(DeskError) -> MailboxMark? {
    try read { db in
      try Row.fetchOne(
        db.cachedStatement(sql: "SELECT inode, offset, tail FROM mailbox WHERE path = ?"),
        arguments: [mailbox]
      ).map { MailboxMark(inode: $0[0], offset: $0[1], tail: $0[2]) }
    }
  }

  /// Remembers how far a watched mailbox file has been read.
  ///
  /// - Throws: ``DeskError`` where nothing could be written.
  public func setMark(_ mark: MailboxMark, of mailbox: String) throws(DeskError) {
    try write { db in
      try db.cachedStatement(sql: "UPDATE mailbox SET inode = ?, offset = ?, tail = ? WHERE id = ?")
        .execute(arguments: [mark.inode, mark.offset, mark.tail, Self.number(of: mailbox, db)])
    }
  }

  private static func number(of mailbox: String, _ db: Database) throws -> Int64 {
    let statement = try db.cachedStatement(sql: "SELECT id FROM mailbox WHERE path = ?")
    if let id = try statement.number([mailbox]) { return id }
    try db.cachedStatement(sql: "INSERT INTO mailbox(path) VALUES (?)").execute(arguments: [mailbox]
    )
    return db.lastInsertedRowID
  }
}
