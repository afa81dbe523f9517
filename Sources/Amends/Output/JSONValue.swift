/// A JSON value; objects keep the order of their keys.
indirect enum JSONValue: Equatable, Sendable {
  /// A key of an object with its value.
  struct Member: Equatable, Sendable {
    var key: String
    var value: JSONValue
  }

  case null
  case bool(Bool)
  /// A number as it is written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A whole number.
  static func int(_ value: some BinaryInteger) -> JSONValue { .number("\(value)") }

  /// A text, or `null` where there is none.
  static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

  /// The value of the last member with a key, as readers of JSON commonly take it.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// What the value is, in words.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// An object with its members in the order of the code.
  init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member(key: $0.0, value: $0.1) })
  }
}
