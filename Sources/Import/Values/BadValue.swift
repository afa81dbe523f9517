/// Why a value cannot be used, told without the name of its column.
struct BadValue: Error {
  var reason: String

  init(_ reason: String) { self.reason = reason }
}

/// Why a row cannot be used, and which column is at fault.
struct Refusal: Error {
  /// The column as the file names it; `nil` where the row as a whole is at fault.
  var column: String?
  /// What is wrong and what was expected.
  var reason: String
}
