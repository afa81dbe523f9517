import Glibc

/// A client of the Python package index that may be on this machine.
struct IndexClient: Equatable {
  /// The name by which messages call it.
  var name: String
  /// How it is started.
  var command: [String]

  /// The clients in `PATH`, those that are surely meant for Python 3 first.
  static func all(in environment: [String]) -> [IndexClient] {
    let path = environment.first { $0.hasPrefix("PATH=") }?.dropFirst("PATH=".count) ?? ""
    let folders = path.split(separator: ":").map(String.init)
    let candidates: [(program: String, arguments: [String])] = [
      ("pip3", []), ("pip", []), ("python3", ["-m", "pip"]),
    ]
    return candidates.compactMap { program, arguments in
      find(program, in: folders).map { found in
        IndexClient(
          name: ([program] + arguments).joined(separator: " "), command: [found] + arguments)
      }
    }
  }

  private static func find(_ program: String, in folders: [String]) -> String? {
    folders.map { "\($0)/\(program)" }.first { path in
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        && access(path, X_OK) == 0
    }
  }
}
