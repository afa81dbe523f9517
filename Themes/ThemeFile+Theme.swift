public import Screen

extension ThemeFile {
  /// The theme, with what the named parents give.
  ///
  /// `parents` gives the text of a theme by its name, `nil` where there is none.
  /// - Throws: ``ThemeError`` for a parent that is unknown, broken, or inherits from its own child,
  ///   and for a colour that neither a palette nor anybody knows.
  public func theme(parents text: (String) -> String?) throws(ThemeError) -> Theme {
    let merged = try withParents(text, known: [self])
    var styles: [Role: Style] = [:]
    for (role, style) in merged.styles {
      styles[role] = Style(
        foreground: try merged.color(style.foreground),
        background: try merged.color(style.background), attributes: style.attributes)
    }
    return Theme(
      name: name, appearance: merged.appearance ?? .any, styles: styles,
      glyphs: merged.allGlyphs)
  }

  private func withParents(
    _ text: (String) -> String?,
    known: [ThemeFile]
  ) throws(ThemeError) -> ThemeFile {
    guard let parent else { return self }
    guard let parentText = text(parent.word) else {
      throw parent.fault("there is no theme “\(SafeText(parent.word))” to inherit from")
    }
    let file = try ThemeFile.parse(parentText, name: parent.word)
    guard !known.contains(file) else {
      let chain = (known + [file]).map(\.name).joined(separator: " → ")
      throw parent.fault("it inherits from itself: \(chain)")
    }
    return over(try file.withParents(text, known: known + [file]))
  }

  private func over(_ parent: ThemeFile) -> ThemeFile {
    var merged = self
    merged.appearance = appearance ?? parent.appearance
    merged.styles = parent.styles.merging(styles) { $1 }
    merged.palette = parent.palette.merging(palette) { $1 }
    merged.glyphSet = glyphSet ?? parent.glyphSet
    merged.glyphs = parent.glyphs.merging(glyphs) { $1 }
    merged.sparks = sparks ?? parent.sparks
    return merged
  }

  /// Looks a colour up in the palette, whose own values need none.
  private func color(_ written: Written?) throws(ThemeError) -> Color {
    guard let written else { return .default }
    let value = palette[written.word] ?? written
    guard let color = ColorName.color(value.word) else {
      throw value.fault(
        "“\(SafeText(value.word))” is no colour: write default, red, bright-red, #rgb, #rrggbb "
          + "or a name of [palette]")
    }
    return color
  }

  private var allGlyphs: Glyphs {
    var result = glyphSet ?? .unicode
    for (glyph, sign) in glyphs { _ = result.set(glyph, to: sign) }
    if let sparks { result.sparks = sparks }
    return result
  }
}

extension ThemeFile.Written {
  fileprivate func fault(_ reason: String) -> ThemeError {
    ThemeError(theme: theme, line: line, column: column, reason: reason)
  }
}
