import TOMLKit

/// A value of a theme's file, free of the parser that read it.
enum TOMLNode: Equatable {
  case string(String)
  case array([TOMLNode])
  case table([String: TOMLNode])
  /// A number, a date, true or false: nothing of a theme is such.
  case other

  /// Parses a whole file.
  static func read(_ text: String, theme: String) throws(ThemeError) -> [String: TOMLNode] {
    do {
      let root = try TOMLTable(string: text)
      return withExtendedLifetime(root) { table(root) }
    } catch let error as TOMLParseError {
      throw ThemeError(
        theme: theme, line: error.source.begin.line, column: error.source.begin.column,
        reason: error.description)
    } catch {
      throw ThemeError(theme: theme, line: 1, column: 1, reason: "this is no TOML: \(error)")
    }
  }

  private static func table(_ table: TOMLTable) -> [String: TOMLNode] {
    var result: [String: TOMLNode] = [:]
    for (key, value) in table { result[key] = TOMLNode(value) }
    return result
  }

  private init(_ value: any TOMLValueConvertible) {
    if let string = value.string {
      self = .string(string)
    } else if let array = value.array {
      self = .array(array.map { TOMLNode($0) })
    } else if let table = value.table {
      self = .table(Self.table(table))
    } else {
      self = .other
    }
  }
}
