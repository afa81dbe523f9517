/// Where a line stops being JSON, and why.
struct JSONFault: Error {
  var reason: StaticString
  /// The byte of the line, from 0.
  var offset: Int

  /// The fault as the refusal of a row.
  var refusal: Refusal {
    Refusal(column: nil, reason: "is not valid JSON at byte \(offset + 1): \(reason)")
  }
}

/// A value found in JSON, as the place where it stands.
enum JSONToken {
  /// A string: the bytes between its quotes, and whether they hold an escape.
  case string(Range<Int>, isEscaped: Bool)
  /// A number: its bytes.
  case number(Range<Int>)
  /// `true` or `false`.
  case bool(Bool)
  /// `null`.
  case null
  /// An array, checked and passed over.
  case array
  /// An object, checked and passed over.
  case object

  /// What the value is, in words.
  var kind: String {
    switch self {
    case .string: "a string"
    case .number: "a number"
    case .bool: "true or false"
    case .null: "null"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
