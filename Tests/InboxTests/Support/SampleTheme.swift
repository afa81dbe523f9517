import Screen

/// A theme in which every role has a look of its own, so that a picture tells which role each cell has.
enum SampleTheme {
  static let byRole = Theme(
    name: "by role",
    styles: Dictionary(
      uniqueKeysWithValues: Role.allCases.enumerated().map { index, role in
        let color = Color.rgb(0, 0, UInt8(index + 1))
        return (role, Style(foreground: color, background: hasGround(role) ? color : .default))
      }))

  /// The roles on which others are laid have a background, the others take the one that is there.
  static func hasGround(_ role: Role) -> Bool {
    switch role {
    case .title, .list, .listSelected, .listMarked, .prompt, .footer, .draftSelection: true
    default: false
    }
  }

  /// The roles that a style was made of.
  static func name(of style: Style) -> String {
    let above = role(of: style.foreground)
    let below = role(of: style.background)
    let attributes = style.attributes == [] ? "" : " with attributes \(style.attributes.rawValue)"
    guard let below, below != above else { return (above?.rawValue ?? "none") + attributes }
    return "\(above?.rawValue ?? "none") on \(below.rawValue)" + attributes
  }

  private static func role(of color: Color) -> Role? {
    guard case .rgb(0, 0, let number) = color, number > 0, Int(number) <= Role.allCases.count
    else { return nil }
    return Role.allCases[Int(number) - 1]
  }
}
