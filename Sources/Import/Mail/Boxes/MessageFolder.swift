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
    for part in parts { try Self.check("\(path)/\(part)") }
    let names = isMaildir ? [] : try Self.list(path)
    guard isMaildir || names.contains(where: Self.isMessage) else {
      throw .cannotOpen(
        path: path,
        reason: "it is a folder without mail: neither new and cur of a Maildir, nor files that"
          + " end in .eml")
    }
  }

  /// Whether it is a Maildir.
  var isMaildir: Bool { parts.count > 1 }

  /// The files of all messages but for those whose lasting names are known, as paths below the folder, in the
  /// order of their names.
  ///
  /// - Throws: `ImportError` where the folder cannot be read any more.
  func files(except known: Set<String> = []) throws(ImportError) -> [String] {
    var found: [(name: String, file: String)] = []
    for part in parts {
      for name in try Self.list(part.isEmpty ? path : "\(path)/\(part)")
      where isMaildir ? Self.isKept(name) : Self.isMessage(name) {
        let lasting = Self.lasting(name)
        if !known.contains(lasting) {
          found.append((lasting, part.isEmpty ? name : "\(part)/\(name)"))
        }
      }
    }
    return found.sorted { ($0.name, $0.file) < ($1.name, $1.file) }.map(\.file)
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

  /// Whether a folder can be read.
  private static func check(_ path: String) throws(ImportError) {
    guard let folder = opendir(path) else { throw .cannotOpen(path: path, reason: lastError) }
    closedir(folder)
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
