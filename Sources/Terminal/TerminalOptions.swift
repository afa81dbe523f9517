public import Screen

/// How a terminal is to be opened.
public struct TerminalOptions: Hashable, Sendable {
  /// No more colours than this, whatever the terminal has; `.mono` for `NO_COLOR`.
  public var maximumDepth: ColorDepth
  /// The file that standard error is appended to while the screen is up; `nil` leaves it.
  public var errorLog: String?
  /// Whether frames may give the terminal a title; the shell's own comes back when it is left.
  public var hasTitle = true
  /// Whether clicks and the wheel are reported; the terminal's own selection then needs shift.
  public var hasMouse = false
  /// Whether the terminal is asked for its background; its answer is an ``Input``, and is never waited for.
  ///
  /// Only one that takes titles (`XT` or `tsl` in terminfo) is asked: another may show the question.
  public var asksBackground = false
  /// How long the rest of an answer or of a paste may take; what came of it until then is keys after that.
  public var patience = Duration.seconds(1)

  /// Options; all colours and no log by default.
  public init(maximumDepth: ColorDepth = .trueColor, errorLog: String? = nil) {
    self.maximumDepth = maximumDepth
    self.errorLog = errorLog
  }
}
