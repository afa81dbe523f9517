import Screen

/// The themes to choose from; the one that is gone to is shown at once.
struct ThemePicker: Equatable, Sendable {
  /// The theme that escape goes back to.
  let before: Theme
  /// `nil` until they have been read.
  var options: [ThemeOption]?
  var selected = 0

  init(before: Theme) { self.before = before }

  var selectedOption: ThemeOption? {
    guard let options, options.indices.contains(selected) else { return nil }
    return options[selected]
  }

  /// Takes in what was read, and stands on the theme in use.
  mutating func take(_ options: [ThemeOption]) {
    self.options = options
    selected = options.firstIndex { $0.name == before.name } ?? 0
  }

  mutating func step(_ steps: Int) {
    selected = min(max(0, selected + steps), max(0, (options?.count ?? 0) - 1))
  }
}
