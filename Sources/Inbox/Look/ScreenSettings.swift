public import Screen

/// How the screen looks at the start, and what is told beside it.
public struct ScreenSettings: Sendable {
  /// The theme of the first picture.
  public var theme: Theme
  /// The theme for a terminal with a light background; `nil` where a person has chosen one for all.
  public var themeOnLight: (@Sendable () -> Theme)?
  /// Whether the terminal's title tells the figures.
  public var hasTitle: Bool
  /// Whether the person is to be told what happens while they look elsewhere.
  public var givesNotice: Bool

  /// Settings of one run.
  public init(
    theme: Theme = .mono,
    themeOnLight: (@Sendable () -> Theme)? = nil,
    hasTitle: Bool = true,
    givesNotice: Bool = false
  ) {
    self.theme = theme
    self.themeOnLight = themeOnLight
    self.hasTitle = hasTitle
    self.givesNotice = givesNotice
  }
}
