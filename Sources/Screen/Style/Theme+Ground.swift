extension Theme {
  /// The colours behind and on everything, without attributes.
  var paper: Style {
    Style(foreground: self[.text].foreground, background: self[.text].background)
  }

  /// How a role looks on the ground of another, such as a row of a list.
  ///
  /// The selected row is one bar: nothing on it has another background or is dim. Where the theme gives it
  /// letters of its own, or changes the colours over, all letters on it are alike; else they keep their
  /// colours.
  public func style(_ role: Role, on ground: Role) -> Style {
    let under = self[ground].over(paper)
    guard role != ground else { return under }
    let style = self[role]
    let hasGround = style.background != .default && style.background != paper.background
    guard ground == .listSelected else {
      // Bold and dim together look different in every terminal.
      let isWeighty = under.attributes.contains(.bold)
      return Style(
        foreground: style.foreground, background: hasGround ? style.background : .default,
        attributes: isWeighty ? style.attributes.subtracting(.dim) : style.attributes
      ).over(under)
    }
    let keepsColor = !hasGround && !hasLettersOfItsOwn(self[ground])
    return Style(
      foreground: keepsColor ? style.foreground : .default,
      attributes: style.attributes.subtracting([.dim, .reverse])
    ).over(under)
  }

  private func hasLettersOfItsOwn(_ bar: Style) -> Bool {
    bar.foreground != .default || bar.attributes.contains(.reverse)
  }
}
