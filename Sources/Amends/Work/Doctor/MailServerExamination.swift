import Delivery
import Glibc
import SMTP
import SMTPClient

/// Examines a mail server's settings and, where that is wanted, the server itself, without sending anything.
struct MailServerExamination {
  let server: MailServer
  let from: MailAddress
  let login: MailLogin?
  /// Whether the server is asked.
  let connects: Bool

  var diagnoses: [Diagnosis] {
    let settings = [carrier] + authorities
    guard let login else { return settings + (connects ? steps(nil) : []) }
    do throws(SecretFault) {
      let resolved = try login.resolve()
      let secret = Diagnosis.ok("secret", "taken from \(login.secret.inWords)")
      return settings + [secret] + (connects ? steps(resolved) : [])
    } catch {
      return settings + [
        .fault("secret", error.inWords, remedy: "put it right under [delivery] smtp_secret")
      ]
    }
  }

  private var carrier: Diagnosis {
    let who = login.map { "as \($0.user.text)" } ?? "without a login"
    return .ok(
      "carrier",
      "smtp \(server.host):\(server.port), \(server.security.rawValue), \(who), from \(from)")
  }

  private var authorities: [Diagnosis] {
    guard let file = server.authorities, access(file, R_OK) != 0 else { return [] }
    return [
      .fault(
        "tls", "\(file): \(String(cString: strerror(errno)))",
        remedy: "name a file with certificates under [delivery] smtp_ca_file, or none")
    ]
  }

  /// What the server let us reach, step by step, and what stopped us where something did.
  private func steps(_ login: Login?) -> [Diagnosis] {
    let session = Session(.introduce, with: server, login: login, deadlines: Self.patience)
    let ending = session.prepare()
    let reached = session.milestones.map(\.diagnosis)
    return reached + [
      ending.map(Self.diagnosis) ?? .ok("connect", "the server waits for a message")
    ]
  }

  /// Nobody waits for minutes to hear that a server does not answer.
  private static let patience = Deadlines(usual: .seconds(20))

  private static func diagnosis(of ending: Ending) -> Diagnosis {
    switch ending {
    case .introduced: .ok("connect", "the server would take a message; none was sent")
    case .notSentNow(let reason), .notSentEver(let reason), .uncertain(let reason):
      .fault("connect", reason.inWords, remedy: reason.remedy)
    case .sent(let reply): .note("connect", "\(reply)", remedy: "nothing was to be sent")
    }
  }
}

extension Milestone {
  fileprivate var diagnosis: Diagnosis {
    switch self {
    case .greeted: .ok("greeting", "the server greets")
    case .secured: .ok("tls", "the connection is protected, and the certificate is right")
    case .introduced(let capabilities): .ok("hello", capabilities.inWords)
    case .authenticated(let mechanism): .ok("login", "taken, by \(mechanism.rawValue)")
    }
  }
}

extension Capabilities {
  fileprivate var inWords: String {
    let logins = mechanisms.map(\.rawValue).sorted().joined(separator: ", ")
    let size = largestMessage.map { "messages of up to \($0) bytes" } ?? "messages of any size"
    return "\(size); logins known here: \(logins.isEmpty ? "none" : logins)"
      + (offersTLS ? "; STARTTLS" : "")
  }
}

extension Reason {
  /// What to do about it.
  fileprivate var remedy: String {
    switch self {
    case .refusal(_, .authenticating):
      "check smtp_user and the secret; many providers want a password made for apps, or a token"
    case .noMechanism: "set smtp_auth = \"auto\", or take smtp_user away where nobody logs in"
    case .noTLS: "set smtp_security = \"tls\", whose usual port is 465"
    case .lost(_, .connecting), .lost(_, .securing):
      "check smtp_host and smtp_port; for an authority of your own set smtp_ca_file"
    case .expired:
      "check smtp_host and smtp_port: a port for TLS waits in silence for whoever begins without, and"
        + " firewalls do"
    default: "ask whoever runs the server: what it said stands in this line"
    }
  }
}
