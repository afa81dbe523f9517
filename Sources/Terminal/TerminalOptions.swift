public import Screen

/// How a terminal is to be opened.
public struct TerminalOptions: Hashable, Sendable {
  /// No more colours than this, whatever the terminal has; `.mono` for `NO_COLOR`.
  public var maximumDepth: ColorDepth
  /// The file that standard error is appended to while the screen is up; `nil` leaves it.
  public var errorLog: String?

  /// Options; all colours and no log by default.
  public init(maximumDepth: ColorDepth = .trueColor, errorLog: String? = nil) {
    self.maximumDepth = maximumDepth
    self.errorLog = errorLog
  }
}
