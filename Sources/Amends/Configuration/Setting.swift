import TOMLKit

/// A value of a TOML file, free of the parser that read it.
indirect enum Setting: Equatable {
  case string(String)
  case int(Int)
  case bool(Bool)
  case array([Setting])
  case table([String: Setting])
  case other

  /// What kind of value it is, for messages.
  var kind: String {
    switch self {
    case .string: "a text"
    case .int: "a whole number"
    case .bool: "true or false"
    case .array: "a list"
    case .table: "a table"
    case .other: "a value of another kind"
    }
  }

  /// Parses a whole file.
  ///
  /// - Throws: `ConfigurationFault` with the parser's words and line.
  static func table(of text: String, file: String) throws(ConfigurationFault) -> [String: Setting] {
    if let fault = TOMLGuard.fault(in: text) {
      throw ConfigurationFault(file: file, line: fault.line, key: "", reason: fault.reason)
    }
    do {
      let root = try TOMLTable(string: text)
      return withExtendedLifetime(root) { members(of: root) }
    } catch let error as TOMLParseError {
      throw ConfigurationFault(
        file: file, line: error.source.begin.line, key: "", reason: error.description)
    } catch {
      throw ConfigurationFault(file: file, line: 0, key: "", reason: "this is no TOML: \(error)")
    }
  }

  private static func members(of table: TOMLTable) -> [String: Setting] {
    var members: [String: Setting] = [:]
    for (key, value) in table { members[key] = Setting(value) }
    return members
  }

  private init(_ value: any TOMLValueConvertible) {
    if let string = value.string {
      self = .string(string)
    } else if let int = value.int {
      self = .int(int)
    } else if let bool = value.bool {
      self = .bool(bool)
    } else if let array = value.array {
      self = .array(array.map { Setting($0) })
    } else if let table = value.table {
      self = .table(Self.members(of: table))
    } else {
      self = .other
    }
  }
}
