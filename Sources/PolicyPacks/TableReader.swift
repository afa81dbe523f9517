internal import AmendsPolicy

/// Reads the keys of one table, and says where and what was expected when one is wrong.
struct TableReader {
  let table: [String: TOMLTree]
  /// The table's place in the file, such as `rule[2]`.
  let path: String
  let lines: LineIndex
  let file: String

  var origin: Origin { Origin(file: file, line: lines.line(path)) }

  var keys: [String] { table.keys.sorted() }

  func error(_ key: String, _ reason: String) -> PackError {
    PackError(
      origin: Origin(file: file, line: lines.line(LineIndex.join(path, key))), reason: reason)
  }

  /// Refuses keys that nothing reads.
  func allow(_ known: String...) throws(PackError) {
    for key in keys where !known.contains(key) {
      throw error(
        key, "“\(key)” is not a key here; expected one of \(known.joined(separator: ", "))")
    }
  }

  func string(_ key: String) throws(PackError) -> String {
    guard let value = try optionalString(key) else { throw error(key, "“\(key)” is missing") }
    return value
  }

  func optionalString(_ key: String) throws(PackError) -> String? {
    guard let value = table[key] else { return nil }
    guard case .string(let string) = value else {
      throw error(key, "“\(key)” is \(value.kind); expected a string")
    }
    return string
  }

  func int(_ key: String) throws(PackError) -> Int? {
    guard let value = table[key] else { return nil }
    guard case .int(let int) = value else {
      throw error(key, "“\(key)” is \(value.kind); expected a whole number")
    }
    return int
  }

  func bool(_ key: String) throws(PackError) -> Bool? {
    guard let value = table[key] else { return nil }
    guard case .bool(let bool) = value else {
      throw error(key, "“\(key)” is \(value.kind); expected true or false")
    }
    return bool
  }

  func strings(_ key: String) throws(PackError) -> [String] {
    var result: [String] = []
    for value in try list(key) {
      guard case .string(let string) = value else {
        throw error(key, "“\(key)” holds \(value.kind); expected strings")
      }
      result.append(string)
    }
    return result
  }

  func list(_ key: String) throws(PackError) -> [TOMLTree] {
    guard let value = table[key] else { return [] }
    guard case .array(let values) = value else {
      throw error(key, "“\(key)” is \(value.kind); expected a list")
    }
    return values
  }

  /// The tables of a list of tables.
  func tables(_ key: String) throws(PackError) -> [TableReader] {
    var result: [TableReader] = []
    for (index, value) in try list(key).enumerated() {
      guard case .table(let table) = value else {
        throw error(key, "“\(key)” holds \(value.kind); expected tables")
      }
      result.append(inner(table, "\(LineIndex.join(path, key))[\(index)]"))
    }
    return result
  }

  /// The table under a key.
  func tableAt(_ key: String) throws(PackError) -> TableReader? {
    guard let value = table[key] else { return nil }
    guard case .table(let table) = value else {
      throw error(key, "“\(key)” is \(value.kind); expected a table")
    }
    return inner(table, LineIndex.join(path, key))
  }

  private func inner(_ table: [String: TOMLTree], _ path: String) -> TableReader {
    TableReader(table: table, path: path, lines: lines, file: file)
  }

  /// A string, or a list of strings, each of which must be one of an enumeration's names.
  func choices<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Choice.Type
  ) throws(PackError) -> [Choice] where Choice.RawValue == String {
    guard case .array = table[key] else { return try choice(key, type).map { [$0] } ?? [] }
    var choices: [Choice] = []
    for name in try strings(key) { choices.append(try named(name, key)) }
    return choices
  }

  /// A string that must be one of an enumeration's names.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Choice.Type
  ) throws(PackError) -> Choice? where Choice.RawValue == String {
    guard let name = try optionalString(key) else { return nil }
    return try named(name, key)
  }

  private func named<Choice: RawRepresentable & CaseIterable>(
    _ name: String, _ key: String
  ) throws(PackError) -> Choice where Choice.RawValue == String {
    guard let choice = Choice(rawValue: name) else {
      let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(key, "“\(name)” is no \(key); expected one of \(names)")
    }
    return choice
  }

  func required<Value>(_ key: String, _ value: Value?) throws(PackError) -> Value {
    guard let value else { throw error(key, "“\(key)” is missing") }
    return value
  }
}
