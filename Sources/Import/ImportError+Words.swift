import Ledger

extension ImportError: CustomStringConvertible {
  /// What is wrong and what to do next; lists stand on lines of their own.
  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason): "\(path.shown()) cannot be opened: \(reason)"
    case .cannotRead(let path, let reason):
      "\(path.shown()) cannot be read to its end: \(reason); the rows before that are kept"
    case .damagedGzip(let name, let reason, let goodBytes):
      "\(name.shown()) is damaged after \(goodBytes) bytes of text: \(reason);"
        + " the rows before that are kept; fetch the file again"
    case .empty(let name): "\(name.shown()) is empty"
    case .unknownHeader(let found, let expected): Self.unknown(found, expected)
    case .doesNotFit(let found, let expected):
      "The file does not fit --as \(expected.format.rawValue).\n" + Self.list(found, [expected])
    case .periodNeeded(let name):
      "\(name.shown()) has no dates: say which days it covers with --from and --to"
    }
  }

  private static func unknown(_ found: [String], _ expected: [ExpectedColumns]) -> String {
    "The columns of this file belong to no known format.\n" + list(found, expected)
      + "\nIf it is one of these all the same, say which with --as."
  }

  private static func list(_ found: [String], _ expected: [ExpectedColumns]) -> String {
    let names = found.prefix(30).map { $0.shown() }.joined(separator: ", ")
    let more = found.count > 30 ? " and \(found.count - 30) more" : ""
    let lines = expected.map { "  \($0.format.rawValue): \($0.columns.joined(separator: ", "))" }
    return "found: \(names)\(more)\nexpected:\n" + lines.joined(separator: "\n")
  }
}
