import Glibc

/// A folder of messages: a Maildir with `new` and `cur`, or one with files that end in `.eml` or `.eml.gz`.
///
/// Nothing in it is ever changed.
struct MessageFolder: Sendable {
  /// The path of the folder.
  let path: String
  private let parts: [String]

  /// Looks what kind of folder it is.
  ///
  /// - Throws: `ImportError.cannotOpen` where it cannot be read, or holds no mail.
  init(_ path: String) throws(ImportError) {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    let isMaildir = Self.isFolder("\(path)/cur") && Self.isFolder("\(path)/new")
    parts = isMaildir ? ["new", "cur"] : [""]
    let names = try Self.list(path)
    guard isMaildir || names.contains(where: Self.isMessage) else {
      throw .cannotOpen(
        path: path,
        reason: "it is a folder without mail: neither new and cur of a Maildir, nor files that"
          + " end in .eml")
    }
  }

  /// Whether it is a Maildir.
  var isMaildir: Bool { parts.count > 1 }

  /// The files of all messages, as paths below the folder, in the order of their names.
  ///
  /// - Throws: `ImportError.cannotRead` where the folder cannot be read any more.
  func files() throws(ImportError) -> [String] {
    var found: [String] = []
    for part in parts {
      let names = try Self.list(part.isEmpty ? path : "\(path)/\(part)")
      found += names.filter { isMaildir ? Self.isKept($0) : Self.isMessage($0) }
        .map { part.isEmpty ? $0 : "\(part)/\($0)" }
    }
    return found.sorted { (Self.lasting($0), $0) < (Self.lasting($1), $1) }
  }

  /// The path of a file of it; `nil` where it is no plain file, or was taken away meanwhile.
  func plainFile(_ file: String) -> String? {
    Self.isPlainFile("\(path)/\(file)") ? "\(path)/\(file)" : nil
  }

  /// Where messages lie now that were moved from `new` to `cur`, by their lasting names.
  func moved() -> [String: String] {
    guard isMaildir, let names = try? Self.list("\(path)/cur") else { return [:] }
    return Dictionary(names.map { (Self.lasting($0), "cur/\($0)") }) { first, _ in first }
  }

  /// The part of a file's path that stays the same when it is read, moved or flagged.
  static func lasting(_ file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != ":" })
  }

  /// Whether a file of a Maildir is a message that was sent or received: neither hidden, nor a draft by its
  /// flags (<https://cr.yp.to/proto/maildir.html>).
  private static func isKept(_ name: String) -> Bool {
    guard !name.hasPrefix(".") else { return false }
    let flags = name.split(separator: ":").dropFirst().last ?? ""
    return !(flags.hasPrefix("2,") && flags.dropFirst(2).contains("D"))
  }

  private static func isMessage(_ name: String) -> Bool {
    let lower = name.lowercased()
    return !name.hasPrefix(".") && (lower.hasSuffix(".eml") || lower.hasSuffix(".eml.gz"))
  }

  private static func list(_ path: String) throws(ImportError) -> [String] {
    guard let folder = opendir(path) else { throw .cannotOpen(path: path, reason: lastError) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { raw in
          String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names
  }

  private static func isFolder(_ path: String) -> Bool { kind(path) == S_IFDIR }

  private static func isPlainFile(_ path: String) -> Bool { kind(path) == S_IFREG }

  private static func kind(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  private static var lastError: String { String(cString: strerror(errno)) }
}
