/// Why a secret cannot be had; nothing of the secret is in it.
public enum SecretFault: Error, Hashable, Sendable {
  /// What stands in the configuration is no reference, and perhaps the secret itself: it is not repeated.
  case noReference
  /// There is no such variable.
  case noVariable(String)
  /// A file cannot be used, with the reason.
  case file(path: String, reason: String)
  /// A program gave none, with the reason.
  case command(program: String, reason: String)
  /// The first line of a source is empty.
  case empty(String)
  /// The first line of a source is longer than any password.
  case tooLong(String)
  /// The first line of a source holds a control character.
  case controlCharacter(String)

  /// The fault in plain words, with what to do about it.
  public var inWords: String {
    switch self {
    case .noReference:
      "a secret is named by where it is, not written down: env:NAME, file:PATH or cmd:PROGRAM ARG…"
    case .noVariable(let name): "the variable \(name) is not set where Amends was started"
    case .file(let path, let reason): "the file \(path) \(reason)"
    case .command(let program, let reason): "the command \(program) \(reason)"
    case .empty(let source): "the first line of \(source) is empty"
    case .tooLong(let source): "the first line of \(source) is too long for a password"
    case .controlCharacter(let source): "the first line of \(source) holds a control character"
    }
  }
}
