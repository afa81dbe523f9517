/// What is wrong with a theme, and where.
public struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The theme's name.
  public let theme: String
  /// The line of its file, from 1 on.
  public let line: Int
  /// The column of that line, from 1 on.
  public let column: Int
  /// What is wrong, and what could stand there instead.
  public let reason: String

  /// The fault with its place.
  public var description: String { "theme “\(theme)”, line \(line), column \(column): \(reason)" }
}
