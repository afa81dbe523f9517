public import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  /// Takes in what happened and says what must happen outside.
  ///
  /// - Parameters:
  ///   - event: A key, a size, the time, or the answer of an effect.
  ///   - now: The present instant.
  /// - Returns: What is to be done, in order.
  public mutating func update(_ event: Event, at now: Instant) -> [Effect] {
    let effects = handle(event, at: now)
    news.note(effects)
    noteDeeds(event, effects)
    layOut()
    return effects + tellNews(at: now) + wakeSnoozed(at: now)
  }

  private mutating func handle(_ event: Event, at now: Instant) -> [Effect] {
    switch event {
    case .key(let key):
      if status?.fadesAt == nil { status = nil }
      return takeTourKey(key) ? [] : press(key, at: now)
    case .mouse(let press):
      if status?.fadesAt == nil { status = nil }
      return self.press(press, at: now)
    case .background(let isLight): takeBackground(isLight: isLight)
    case .resized(let size):
      self.size = size
      return [.redraw]
    case .ticked:
      if let fadesAt = status?.fadesAt, fadesAt <= now { status = nil }
      return endPatience(at: now) + (nextLook(after: now) == nil ? [] : [.loadCounts])
    case .deskChanged: return refresh()
    case .answered(let answer): return take(answer, at: now)
    }
    return []
  }

  /// Gives every screen the height that the present size leaves it.
  mutating func layOut() {
    let size = room(in: size)
    list.height = ListLayout(size).rows.rows
    list.keepSelectionShown()
    defer { prepareSuggestions() }
    for index in layers.indices {
      switch layers[index] {
      case .customer(var screen):
        screen.height = CustomerLayout(size).timeline.rows
        layers[index] = .customer(screen)
      case .outbox(var screen):
        screen.height = OutboxLayout(size).rows.rows
        layers[index] = .outbox(screen)
      case .sheet(var sheet):
        sheet.height = max(1, SheetLayout(size).body.rows)
        layers[index] = .sheet(sheet)
      case .composer(var composer):
        composer.layOut(in: ComposerLayout(size).text)
        layers[index] = .composer(composer)
      default: break
      }
    }
  }

  /// Reads again what the screens show.
  mutating func refresh() -> [Effect] {
    var effects = list.reload() + [.loadCounts]
    for layer in layers {
      switch layer {
      case .customer(let screen): effects.append(.loadCustomer(screen.id))
      case .composer(let composer): effects.append(.loadCustomer(composer.customer))
      case .outbox(let screen): effects.append(.loadOutbox(since: screen.since))
      case .sheet(let sheet): effects.append(.loadEvidence(sheet.review, sheet.customer))
      case .why(let why) where !effects.contains(.loadCustomer(why.customer)):
        effects.append(.loadCustomer(why.customer))
      case .views(let picker): effects.append(.countViews(picker.filters, cap: ViewPicker.cap))
      default: break
      }
    }
    return effects
  }

  mutating func say(_ text: String, _ kind: StatusLine.Kind = .information, at now: Instant) {
    let fadesAt = kind == .error ? nil : now + .seconds(5)
    let shown = ClockedText(text, rules: settings.rules, at: now).text
    status = StatusLine(text: shown, kind: kind, fadesAt: fadesAt)
  }

  /// Says why something is not done, and rings.
  mutating func refuse(_ reason: String, at now: Instant) -> [Effect] {
    say(reason, .error, at: now)
    return [.bell]
  }
}
