import AmendsPolicy
import Screen

extension Inbox {
  /// Takes the theme for light backgrounds where nobody has chosen one.
  mutating func takeBackground(isLight: Bool) {
    guard isLight, let theme = screen.themeOnLight?() else { return }
    self.theme = theme
  }

  mutating func chooseTheme() -> [Effect] {
    push(.themes(ThemePicker(before: theme))) + [.loadThemes]
  }

  mutating func takeThemes(_ options: [ThemeOption]) {
    guard case .themes(var picker) = layers.last else { return }
    picker.take(options)
    show(picker)
  }

  mutating func press(_ key: KeyPress, in picker: ThemePicker, at now: Instant) -> [Effect] {
    var picker = picker
    switch key {
    case .escape:
      theme = picker.before
      return dismissOverlay()
    case .enter: return keep(picker, at: now)
    case .tab: picker.step(1)
    case .backtab: picker.step(-1)
    default:
      let command = settings.keymap.command(for: key, in: .list)
      guard let steps = command?.steps(page: PickerLayout(room(in: size)).names) else {
        return refuse("enter keeps the theme, escape goes back", at: now)
      }
      picker.step(steps)
    }
    show(picker)
    return []
  }

  /// Shows the theme that is gone to; with a broken one everything stays as it is.
  mutating func show(_ picker: ThemePicker) {
    theme = picker.selectedOption?.theme ?? theme
    layers[layers.count - 1] = .themes(picker)
  }

  private mutating func keep(_ picker: ThemePicker, at now: Instant) -> [Effect] {
    guard let option = picker.selectedOption else { return [] }
    guard let chosen = option.theme else { return refuse(option.remark, at: now) }
    theme = chosen
    screen.themeOnLight = nil
    layers.removeLast()
    return [.keepTheme(option.name)]
  }
}
