import Glibc
import Ledger

/// The text of a draft, lent to the person's own editor in a private file.
struct EditorLoan {
  /// The file that the editor opens.
  let path: String

  /// The largest text that is read back, in bytes.
  private static let largestText = 262_144

  /// What opens it: `$VISUAL`, else `$EDITOR`, else `vi`.
  static var command: String {
    for name in ["VISUAL", "EDITOR"] {
      if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty { return value }
    }
    return "vi"
  }

  /// Writes the text to a file that only its owner can read, in a folder likewise; `nil` where that fails.
  init?(of draft: Draft, in folder: String) {
    mkdir(folder, 0o700)
    path = "\(folder)/reply-\(draft.review.number)-\(getpid()).txt"
    unlink(path)
    guard Self.write(draft.text, to: path) else { return nil }
  }

  /// Takes the file away, and reads back what the editor has made of it; `nil` to leave the draft alone.
  func giveBack(keeping isKept: Bool) -> String? {
    defer { unlink(path) }
    guard isKept, var text = read() else { return nil }
    if text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  private static func write(_ text: String, to path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private func read() -> String? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: Self.largestText)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(file, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      }
      if count == 0 { break }
      guard count > 0 else { return nil }
      filled += count
    }
    return String(decoding: bytes[..<filled], as: UTF8.self)
  }
}
