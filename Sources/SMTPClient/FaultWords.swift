import Glibc
import NIOCore
import NIOPosix
import NIOSSL

/// What went wrong with a connection, in words that follow the server's name.
enum FaultWords {
  static func of(_ error: any Error, at host: String) -> String {
    switch error {
    case NIOSSLError.uncleanShutdown: "it closed the connection"
    case NIOSSLError.handshakeFailed(let reason): handshake("\(reason)")
    case is NIOSSLExtraError: "its certificate is not for \(host)"
    case NIOSSLError.unableToValidateCertificate: untrusted
    case let error as NIOConnectionError: connection(error)
    case let error as IOError: system(error)
    case is ChannelError: "the connection is closed"
    default: "\(error)"
    }
  }

  private static let untrusted = "its certificate is not vouched for by anybody who is trusted here"

  private static func handshake(_ reason: String) -> String {
    if reason.contains("CERTIFICATE_VERIFY_FAILED") { return untrusted }
    if reason.contains("WRONG_VERSION_NUMBER") { return "it does not begin with TLS on this port" }
    if reason.contains("VERSION") { return "it knows no TLS of version 1.2 or later" }
    if reason.contains("EOF during handshake") { return "it closed the connection instead of TLS" }
    return "TLS could not be made: \(reason)"
  }

  private static func connection(_ error: NIOConnectionError) -> String {
    if let failure = error.connectionErrors.first {
      return (failure.error as? IOError).map(system) ?? "\(failure.error)"
    }
    return "there is no address for \(error.host)"
  }

  /// What the system says of the error, without the names of our own calls.
  private static func system(_ error: IOError) -> String {
    String(cString: strerror(error.errnoCode))
  }
}

extension FaultWords {
  /// What is wrong with the file of authorities, or with another part of the settings for TLS.
  static func ofSettings(_ error: any Error, _ server: MailServer) -> String {
    guard let file = server.authorities else { return "TLS cannot be set up: \(error)" }
    return "\(file) cannot be read as certificates"
  }
}
