public import Screen

/// The themes that the program brings, and the way to those of a person's own.
public enum Themes {
  private static let files: [(name: String, bytes: [UInt8])] = [
    ("dark", PackageResources.dark_toml),
    ("light", PackageResources.light_toml),
    ("high-contrast", PackageResources.high_contrast_toml),
    ("high-contrast-light", PackageResources.high_contrast_light_toml),
    ("colour-blind", PackageResources.colour_blind_toml),
    ("colour-blind-light", PackageResources.colour_blind_light_toml),
    ("solarized", PackageResources.solarized_toml),
    ("solarized-light", PackageResources.solarized_light_toml),
    ("gruvbox", PackageResources.gruvbox_toml),
    ("nord", PackageResources.nord_toml),
    ("dracula", PackageResources.dracula_toml),
    ("paper", PackageResources.paper_toml),
    ("terminal", PackageResources.terminal_toml),
    ("mono", PackageResources.mono_toml),
  ]

  /// The names of the built-in themes.
  public static let names: [String] = files.map(\.name)

  /// The theme where nobody has chosen one.
  public static let usual = "dark"
  /// The theme where nobody has chosen one, on a terminal with a light background.
  public static let usualOnLight = "light"

  /// The text of a built-in theme: an example to start one's own from.
  public static func text(of name: String) -> String? {
    files.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// The theme of a name.
  ///
  /// `own` gives the text of a theme of the person's own by its name, `nil` where there is none; it
  /// goes before a built-in theme of that name, and may inherit from it.
  /// - Throws: ``ThemeError`` when there is no such theme, or it is broken.
  public static func named(
    _ name: String,
    own: (String) -> String? = { _ in nil }
  ) throws(ThemeError) -> Theme {
    guard let found = own(name) ?? text(of: name) else {
      throw ThemeError(
        theme: name, line: 1, column: 1,
        reason: "there is no such theme: built in are \(names.joined(separator: ", "))")
    }
    let file = try ThemeFile.parse(found, name: name)
    return try file.theme { parent in
      parent == name ? text(of: parent) : own(parent) ?? text(of: parent)
    }
  }
}
