import Foundation

/// Certificates for servers of this machine, made by openssl once for a run of the tests.
public struct Certificates: Sendable {
  /// What a server can show.
  public enum Kind: String, Sendable, CaseIterable {
    /// For `localhost` and `127.0.0.1`, of our authority.
    case good
    /// Of our authority, for another host.
    case misnamed
    /// For this host, of an authority that nobody trusts.
    case untrusted
    /// Of our authority, for this host, until yesterday.
    case expired
  }

  private let folder: ScratchFolder

  /// The certificates of this run.
  public static func shared() throws -> Certificates { try made.get() }

  /// Whether they could be made; where not, the output of a test run says why.
  public static let areThere: Bool = {
    do {
      _ = try shared()
      return true
    } catch {
      print(error)
      return false
    }
  }()

  private static let made = Result { try Certificates() }

  private init() throws {
    folder = try ScratchFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [Script.path("certificates.sh"), folder.path]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Missing(what: "openssl (Debian: openssl)") }
  }

  /// The file of our authority's certificate.
  public var authority: String { "\(folder.path)/authority.pem" }

  /// The file with a server's certificate and key.
  public func file(_ kind: Kind) -> String { "\(folder.path)/\(kind.rawValue).pem" }
}

/// Something that a test needs and this machine has not.
public struct Missing: Error, CustomStringConvertible {
  /// What is missing, and where it comes from.
  public var what: String

  /// What the output of a test run says.
  public var description: String { "not run: it needs \(what)" }
}
