#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where a secret is to be found: no configuration, store or log ever holds the secret itself.
public enum SecretReference: Hashable, Sendable {
  /// In a variable of the environment.
  case variable(String)
  /// In the first line of a file.
  case file(String)
  /// In the first line that a program writes; the program with its arguments, and no shell in between.
  case command([String])

  /// Reads `env:NAME`, `file:PATH` or `cmd:PROGRAM ARG…`, the latter divided at spaces.
  ///
  /// - Parameters:
  ///   - text: What stands in a configuration.
  ///   - path: Makes a path whole.
  /// - Throws: ``SecretFault/noReference``, without the text, which may be the secret itself.
  public init(
    _ text: String,
    path: (String) -> String = { $0 }
  ) throws(SecretFault) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, !parts[1].utf8.contains(0) else {
      throw .noReference
    }
    switch parts[0] {
    case "env": self = .variable(String(parts[1]))
    case "file": self = .file(path(String(parts[1])))
    case "cmd":
      let words = parts[1].split(separator: " ").map(String.init)
      guard !words.isEmpty else { throw .noReference }
      self = .command(words)
    default: throw .noReference
    }
  }

  /// Where it is, in words, for people to read.
  public var inWords: String {
    switch self {
    case .variable(let name): "the variable \(name)"
    case .file(let path): "the file \(path)"
    case .command(let words): "the command \(words[0])"
    }
  }

  /// Fetches the secret; a command may take half a minute.
  ///
  /// - Throws: ``SecretFault`` with what is in the way; it never holds anything of the secret.
  public func resolve() throws(SecretFault) -> Secret {
    switch self {
    case .variable(let name): try Self.read(variable: name, inWords)
    case .file(let path):
      try Secret(from: inWords) { memory throws(SecretFault) in
        try SecretFile.read(path, into: memory)
      }
    case .command(let words):
      try Secret(from: inWords) { memory throws(SecretFault) in
        try SecretCommand(words).read(into: memory)
      }
    }
  }

  private static func read(
    variable name: String,
    _ source: String
  ) throws(SecretFault) -> Secret {
    try Secret(from: source) { memory throws(SecretFault) in
      guard let value = getenv(name) else { throw .noVariable(name) }
      let count = min(strlen(value), memory.count)
      memory.copyMemory(from: UnsafeRawBufferPointer(start: value, count: count))
      return count
    }
  }
}
