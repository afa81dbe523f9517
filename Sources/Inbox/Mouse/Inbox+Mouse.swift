import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  /// How many lines a step of the wheel goes.
  private static let wheelSteps = 3

  /// Does what a click or the wheel means; everything that it does has a key as well.
  mutating func press(_ press: MousePress, at now: Instant) -> [Effect] {
    switch press.button {
    case .wheelUp: turn(-1, at: now)
    case .wheelDown: turn(1, at: now)
    case .left: click(press.point, at: now)
    }
  }

  private mutating func turn(_ direction: Int, at now: Instant) -> [Effect] {
    switch layers.last {
    case nil, .customer, .outbox, .sheet:
      return step(direction * Self.wheelSteps, at: now)
    case .why(let why): _ = scroll(why, by: direction * Self.wheelSteps, at: now)
    case .help(let help): _ = scroll(help, by: direction * Self.wheelSteps)
    case .palette, .themes, .views: return press(direction < 0 ? .up : .down, at: now)
    case .composer:
      return (0..<Self.wheelSteps).flatMap { _ in press(direction < 0 ? .up : .down, at: now) }
    case .prompt, .choice, .form, .handOver: break
    }
    return []
  }

  private mutating func click(_ point: Point, at now: Instant) -> [Effect] {
    let map = targets(at: now)
    if let (target, place) = map.target(at: point) { return press(target, at: place, now) }
    guard let steps = map.steps(to: point) else { return [] }
    guard steps == 0 else { return step(steps, at: now) }
    return settings.keymap.command(for: .enter, in: context).map { give($0, at: now) } ?? []
  }

  private mutating func press(
    _ target: Target,
    at place: Point,
    _ now: Instant
  ) -> [Effect] {
    switch target {
    case .command(let command): return give(command, at: now)
    case .column(let column): return order(by: column, at: now)
    case .option(let index): return chooseOption(index, at: now)
    case .key(let key): return press(key, at: now)
    case .text:
      _ = editComposer { $0.area.moveCursor(to: place) }
      return []
    }
  }

  /// A click goes to an option, and takes the one that was gone to.
  private mutating func chooseOption(_ index: Int, at now: Instant) -> [Effect] {
    switch layers.last {
    case .palette(var palette):
      palette.selected = index
      layers[layers.count - 1] = .palette(palette)
      return press(.enter, at: now)
    case .themes(let picker) where picker.selected == index: return press(.enter, at: now)
    case .themes(var picker):
      picker.step(index - picker.selected)
      show(picker)
      return []
    case .views(let picker):
      layers.removeLast()
      return show(picker.views.indices.contains(index) ? picker.views[index] : nil)
    default: return []
    }
  }

  private mutating func order(by column: ListColumns.Kind, at now: Instant) -> [Effect] {
    guard let orders = column.orders else {
      return refuse("the list cannot be ordered by this column", at: now)
    }
    let next = (orders.firstIndex(of: list.order).map { $0 + 1 } ?? 0) % orders.count
    return take(orders[next], at: now)
  }

  /// What can be clicked in the topmost layer, drawn anew: a click is rare.
  private func targets(at now: Instant) -> TargetMap {
    var canvas = Canvas(size: size, theme: .mono, targets: TargetMap())
    guard size.rows > 0, size.columns > 0 else { return TargetMap() }
    let room = room(in: size)
    if let top = layers.last, top.context == nil {
      draw(top, on: &canvas, room, at: now)
    } else {
      drawScreen(on: &canvas, room, at: now)
    }
    return canvas.targets ?? TargetMap()
  }
}

extension ListColumns.Kind {
  /// The orders that a click on its head goes through; `nil` where there is none.
  fileprivate var orders: [ReviewOrder]? {
    switch self {
    case .stars: [.stars, .urgency]
    case .age: [.newest, .oldest]
    case .units: [.urgency]
    case .customer, .product, .cause, .contact, .review: nil
    }
  }
}
