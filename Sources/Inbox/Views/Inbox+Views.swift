import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  mutating func workOnViews(_ command: Command, at now: Instant) -> [Effect] {
    guard let key = command.viewKey else { return openViews() }
    guard key > 0 else { return show(nil) }
    guard let view = settings.views.first(where: { $0.key == key }) else {
      return refuse("no view is on \(key): [views] in the configuration puts one there", at: now)
    }
    return show(view)
  }

  /// Shows a view from its start, or the usual list.
  mutating func show(_ view: SavedView?) -> [Effect] {
    list.take(view?.filter ?? .inbox, typed: view?.text ?? "")
    list.order = view?.order ?? .urgency
    list.view = view
    return list.restart()
  }

  private mutating func openViews() -> [Effect] {
    var picker = ViewPicker(views: settings.views)
    picker.selected = picker.views.firstIndex { $0 == list.view } ?? 0
    return push(.views(picker)) + [.countViews(picker.filters, cap: ViewPicker.cap)]
  }

  /// Takes in how many reviews the views hold.
  mutating func take(_ counts: [ReviewFilter: Int]) {
    for index in layers.indices {
      guard case .views(var picker) = layers[index] else { continue }
      picker.counts = counts
      layers[index] = .views(picker)
    }
  }

  mutating func press(_ key: KeyPress, in picker: ViewPicker, at now: Instant) -> [Effect] {
    var picker = picker
    let command = settings.keymap.command(for: key, in: .list)
    switch key {
    case .escape: return dismissOverlay()
    case .enter:
      layers.removeLast()
      return show(picker.selectedView)
    case .tab: picker.step(1)
    case .backtab: picker.step(-1)
    default:
      if let command, command.viewKey != nil {
        layers.removeLast()
        return workOnViews(command, at: now)
      }
      guard let steps = command?.steps(page: picker.views.count) else {
        return refuse("a figure or enter shows a view, escape goes back", at: now)
      }
      picker.step(steps)
    }
    layers[layers.count - 1] = .views(picker)
    return []
  }
}
