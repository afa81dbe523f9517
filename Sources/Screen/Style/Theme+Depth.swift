extension Theme {
  /// The same theme for a terminal with fewer colours.
  ///
  /// What stands out by its background alone, such as the selected row, is shown changed over where that
  /// background becomes the one of everything; without colours bold, underline and reverse tell all.
  public func fitted(to depth: ColorDepth) -> Theme {
    guard depth > .mono else {
      return Theme(name: name, styles: Theme.mono.styles, glyphs: glyphs)
    }
    return Theme(
      name: name, appearance: appearance,
      styles: Dictionary(
        uniqueKeysWithValues: styles.map { ($0.key, fitted($0.value, of: $0.key, to: depth)) }),
      glyphs: glyphs)
  }

  private func fitted(_ style: Style, of role: Role, to depth: ColorDepth) -> Style {
    guard role != .listMarked, style.background != .default, style.background != paper.background,
      depth.index(of: style.background) == depth.index(of: paper.background)
    else { return style }
    return Style(
      foreground: paper.foreground, background: paper.background,
      attributes: style.attributes.union(.reverse))
  }
}
