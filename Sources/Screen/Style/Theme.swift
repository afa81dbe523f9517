/// How every role looks, and the signs that screens draw with.
public struct Theme: Hashable, Sendable {
  /// The background that a theme was made for.
  public enum Appearance: String, CaseIterable, Hashable, Sendable {
    /// Light letters on dark.
    case dark
    /// Dark letters on light.
    case light
    /// Whatever the terminal has.
    case any
  }

  /// The name by which a person chooses it.
  public let name: String
  /// The background it was made for.
  public let appearance: Appearance
  /// The signs.
  public let glyphs: Glyphs
  /// One style for every role.
  let styles: [Role: Style]

  /// A theme of styles; a role without one gets that of the shorter name, at last that of `text`.
  public init(
    name: String,
    appearance: Appearance = .any,
    styles: [Role: Style],
    glyphs: Glyphs = .unicode
  ) {
    self.name = name
    self.appearance = appearance
    self.glyphs = glyphs
    self.styles = Dictionary(
      uniqueKeysWithValues: Role.allCases.map { role in
        (role, ([role] + role.fallbacks).lazy.compactMap { styles[$0] }.first ?? .plain)
      })
  }

  /// How a role looks.
  public subscript(role: Role) -> Style { styles[role] ?? .plain }

  /// The same theme with other signs.
  public func with(glyphs: Glyphs) -> Theme {
    Theme(name: name, appearance: appearance, styles: styles, glyphs: glyphs)
  }

  /// Attributes alone, for terminals without colour and for `NO_COLOR`; needs no file.
  public static let mono = Theme(
    name: "mono",
    styles: [
      .textDim: Style(attributes: .dim),
      .textStrong: Style(attributes: .bold),
      .title: Style(attributes: .reverse),
      .titleDim: Style(attributes: .reverse),
      .key: Style(attributes: .bold),
      .border: Style(attributes: .dim),
      .borderFocused: Style(attributes: .bold),
      .listHeader: Style(attributes: .underline),
      .listSelected: Style(attributes: .reverse),
      .listMarked: Style(attributes: .bold),
      .starsLow: Style(attributes: .bold),
      .cooldownReady: Style(attributes: .bold),
      .cooldownDue: Style(attributes: [.bold, .underline]),
      .cooldownNever: Style(attributes: .dim),
      .cooldownUncertain: Style(attributes: [.bold, .underline]),
      .timelineCustomer: Style(attributes: .bold),
      .timelineMarketplace: Style(attributes: .dim),
      .timelineNote: Style(attributes: .dim),
      .draftSelection: Style(attributes: .reverse),
      .draftBlock: Style(attributes: [.bold, .underline]),
      .draftWarn: Style(attributes: .underline),
      .findingBlock: Style(attributes: [.bold, .reverse]),
      .findingWarn: Style(attributes: .bold),
      .promptMatch: Style(attributes: [.bold, .underline]),
      .promptHint: Style(attributes: .dim),
      .statusError: Style(attributes: [.bold, .reverse]),
      .statusGood: Style(attributes: .bold),
      .sparkFalling: Style(attributes: .bold),
    ])
}
