internal import AmendsPolicy
internal import TOMLKit

/// A value of a pack's text, free of the parser that read it.
indirect enum TOMLTree: Equatable {
  case string(String)
  case int(Int)
  case bool(Bool)
  case array([TOMLTree])
  case table([String: TOMLTree])
  case other

  /// What kind of value it is, for error messages.
  var kind: String {
    switch self {
    case .string: "a string"
    case .int: "a whole number"
    case .bool: "true or false"
    case .array: "a list"
    case .table: "a table"
    case .other: "a value of another kind"
    }
  }

  /// Parses a whole text.
  static func read(_ text: String, file: String) throws(PackError) -> [String: TOMLTree] {
    do {
      let root = try TOMLTable(string: text)
      return withExtendedLifetime(root) { table(root) }
    } catch let error as TOMLParseError {
      throw PackError(
        origin: Origin(file: file, line: error.source.begin.line), reason: error.description)
    } catch {
      throw PackError(origin: Origin(file: file, line: 1), reason: "this is no TOML: \(error)")
    }
  }

  private static func table(_ table: TOMLTable) -> [String: TOMLTree] {
    var result: [String: TOMLTree] = [:]
    for (key, value) in table { result[key] = TOMLTree(value) }
    return result
  }

  private init(_ value: any TOMLValueConvertible) {
    if let string = value.string {
      self = .string(string)
    } else if let int = value.int {
      self = .int(int)
    } else if let bool = value.bool {
      self = .bool(bool)
    } else if let array = value.array {
      self = .array(array.map { TOMLTree($0) })
    } else if let table = value.table {
      self = .table(Self.table(table))
    } else {
      self = .other
    }
  }
}
