import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  mutating func press(_ key: KeyPress, in palette: Palette, at now: Instant) -> [Effect] {
    var palette = palette
    switch key {
    case .escape: return dismissOverlay()
    case .enter:
      layers.removeLast()
      guard palette.matches.indices.contains(palette.selected) else {
        return refuse("no command fits “\(palette.prompt.text)”", at: now)
      }
      return give(palette.matches[palette.selected].command, at: now)
    case .down, .tab: palette.selected = min(palette.selected + 1, palette.matches.count - 1)
    case .up, .backtab: palette.selected = max(palette.selected - 1, 0)
    default:
      _ = palette.prompt.press(key)
      palette.selected = 0
    }
    layers[layers.count - 1] = .palette(palette)
    return []
  }

  mutating func press(_ key: KeyPress, in layer: PromptLayer, at now: Instant) -> [Effect] {
    var layer = layer
    switch key {
    case .escape:
      layers.removeLast()
      return layer.listBefore.map { goBack(to: $0) } ?? []
    case .enter: return accept(layer, at: now)
    case .tab where layer.purpose == .filter: return complete(layer)
    default: break
    }
    let before = layer.prompt.text
    _ = layer.prompt.press(key)
    layer.fault = ""
    if case .snooze = layer.purpose {
      layer.snooze = try? TypedSnooze.read(
        layer.prompt.text, at: now, in: settings.rules.shopZone)
    }
    layers[layers.count - 1] = .prompt(layer)
    guard layer.purpose == .search, layer.prompt.text != before else { return [] }
    return search(layer.prompt.text)
  }

  /// Completes the last word of a filter, as far as it is certain.
  private mutating func complete(_ layer: PromptLayer) -> [Effect] {
    guard let text = FilterCompletion(layer.prompt.text).completed else { return [.bell] }
    var layer = layer
    layer.prompt = Prompt(text)
    layer.fault = ""
    layers[layers.count - 1] = .prompt(layer)
    return []
  }

  /// Puts the list back as it was before a search, with its selection, and reads it again.
  private mutating func goBack(to before: ReviewList) -> [Effect] {
    guard list.filter != before.filter else { return [] }
    let generation = list.generation
    list = before
    list.generation = generation
    return list.reload()
  }

  private mutating func search(_ words: String) -> [Effect] {
    guard list.filter.search != words else { return [] }
    list.filter.search = words
    return list.restart()
  }

  private mutating func accept(_ layer: PromptLayer, at now: Instant) -> [Effect] {
    let text = layer.prompt.text.trimmingSpaces
    switch layer.purpose {
    case .search:
      layers.removeLast()
      return search(text)
    case .filter: return acceptFilter(text, layer)
    case .snooze(let reviews): return accept(layer, snoozing: reviews, at: now)
    case .importPath: return leave(with: text.isEmpty ? [] : [.importFile(path: text, period: nil)])
    case .period(let path): return acceptPeriod(text, path: path, layer)
    case .note(let customer): return leave(with: text.isEmpty ? [] : [.note(customer, text)])
    case .merge(let customer): return acceptMerge(text, into: customer, layer)
    case .stopSending: return accept(TypedReason(text), in: layer) { .stopSending($0) }
    case .allowSending: return accept(TypedReason(text), in: layer) { .allowSending($0) }
    }
  }

  mutating func leave(with effects: [Effect]) -> [Effect] {
    layers.removeLast()
    return effects
  }

  mutating func fault(_ words: String, in layer: PromptLayer) -> [Effect] {
    var layer = layer
    layer.fault = words
    layers[layers.count - 1] = .prompt(layer)
    return [.bell]
  }

  private mutating func acceptFilter(_ text: String, _ layer: PromptLayer) -> [Effect] {
    do throws(FilterError) {
      let filter = try ReviewFilter(text)
      layers.removeLast()
      list.take(filter, typed: text)
      return list.restart()
    } catch {
      return fault(error.description, in: layer)
    }
  }

  private mutating func acceptPeriod(
    _ text: String,
    path: String,
    _ layer: PromptLayer
  ) -> [Effect] {
    let dates = text.split(separator: "..").map { ISO8601.date(String($0).trimmingSpaces) }
    guard dates.count == 2, let from = dates[0], let to = dates[1], from <= to else {
      return fault("write it like 2026-10-01..2026-10-31", in: layer)
    }
    return leave(with: [.importFile(path: path, period: from...to)])
  }

  private mutating func acceptMerge(
    _ text: String,
    into customer: CustomerID,
    _ layer: PromptLayer
  ) -> [Effect] {
    guard let key = CustomerKey(text) else { return fault("name a customer", in: layer) }
    layers.removeLast()
    return push(
      .choice(
        Choice(
          title: "Merge \(key.text) with this customer?",
          lines: ["Both become one person with one timeline. This cannot be undone."],
          options: [.init("M", "merge", .effects([.merge(key, into: customer)]))])))
  }

  mutating func press(_ key: KeyPress, in form: Form, at now: Instant) -> [Effect] {
    var form = form
    switch key {
    case .escape: return dismissOverlay()
    case .down, .tab: form.focused = (form.focused + 1) % form.fields.count
    case .up, .backtab: form.focused = (form.focused + form.fields.count - 1) % form.fields.count
    case .enter where form.focused < form.fields.count - 1: form.focused += 1
    case .enter, .control("s"): return accept(form, at: now)
    default:
      _ = form.fields[form.focused].prompt.press(key)
      form.fault = ""
    }
    layers[layers.count - 1] = .form(form)
    return []
  }

  private mutating func accept(_ form: Form, at now: Instant) -> [Effect] {
    do throws(FormError) {
      let record = try form.record(at: now, in: settings.rules.shopZone)
      layers.removeLast()
      return [.record(record)]
    } catch {
      var form = form
      form.focused = error.field
      form.fault = error.reason
      layers[layers.count - 1] = .form(form)
      return [.bell]
    }
  }
}
