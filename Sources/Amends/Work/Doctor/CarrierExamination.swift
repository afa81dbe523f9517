import Delivery
import Glibc

/// Examines the way on which replies leave.
struct CarrierExamination {
  let carrier: CarrierChoice
  /// Whether a mail server is asked, as far as that goes without a message.
  let connects: Bool

  var diagnoses: [Diagnosis] {
    switch carrier {
    case .byHand: [.ok("carrier", "by hand: you copy the text and say that it was sent")]
    case .maildir(let path, let from): [maildir(path, from: from.description)]
    case .smtp(let server, let from, let login):
      MailServerExamination(server: server, from: from, login: login, connects: connects).diagnoses
    }
  }

  /// The folder itself may still be missing, the one around it may not.
  private func maildir(_ path: String, from: String) -> Diagnosis {
    var info = stat()
    let isThere = stat(path, &info) == 0
    if isThere, info.st_mode & S_IFMT != S_IFDIR {
      return .fault(
        "carrier", "\(path) is not a folder", remedy: "name another folder under [delivery] maildir"
      )
    }
    let needed = isThere ? path : Self.parent(of: path)
    guard access(needed, W_OK | X_OK) == 0 else {
      return .fault(
        "carrier", "\(needed): \(String(cString: strerror(errno)))",
        remedy: "make it, for this user: mkdir -p '\(path)'")
    }
    return .ok("carrier", "maildir \(path), from \(from)")
  }

  private static func parent(of path: String) -> String {
    let parts = path.split(separator: "/").dropLast()
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
