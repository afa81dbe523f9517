import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  /// Does what a command says in the present context, or says why it cannot be done.
  mutating func give(_ command: Command, at now: Instant) -> [Effect] {
    if let reason = reason(against: command) { return refuse(reason, at: now) }
    tour?.note(.gave(command))
    switch command {
    case .moveDown, .moveUp, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .moveFirst, .moveLast:
      return move(command, at: now)
    case .open, .back, .compose, .resumeDraft, .outbox, .nextReview, .previousReview:
      return navigate(command, at: now)
    case .mark, .markAllShown, .search, .filter, .clear, .nextOrder, .importFile:
      return workOnList(command, at: now)
    case .views, .view0, .view1, .view2, .view3, .view4, .view5, .view6, .view7, .view8, .view9:
      return workOnViews(command, at: now)
    case .setCause, .takeCause, .snooze, .report, .settle, .closeReview, .reopen, .copyOrder,
      .reviewGone:
      return workOnReviews(command, at: now)
    case .record, .note, .refundAsked, .optOut, .doNotContact, .merge:
      return workOnPerson(command, at: now)
    case .queueReply, .nextFinding, .useRewrite, .editExternally, .discardDraft, .insertStarter,
      .chooseRoute:
      return workOnDraft(command, at: now)
    case .handOver, .recall, .hold, .sendNow, .sendAllDue, .resolveSent, .resolveUnsent, .lookUp:
      return workOnOutbox(command, at: now)
    case .allowSending, .stopSending: return workOnSending(command)
    case .copyRequest, .recordRequest, .nextFulfilment: return workOnSheet(command, at: now)
    case .why: return explain()
    case .undo: return undo(at: now)
    case .refresh: return refresh()
    case .help: return push(.help(HelpScreen(context: context)))
    case .palette: return push(.palette(Palette(context: context)))
    case .theme: return chooseTheme()
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .quit: return quit()
    }
  }

  mutating func push(_ layer: Layer) -> [Effect] {
    layers.append(layer)
    return []
  }

  /// Why a command makes no sense at the moment; `nil` when it does.
  func reason(against command: Command) -> String? {
    if command.info.contexts.isDisjoint(with: context) {
      return "\(command.info.title) is not for the \(context.name) screen"
    }
    switch command {
    case .undo: return undoable.isEmpty ? "there is nothing to undo" : nil
    case .open, .mark, .markAllShown, .compose, .setCause, .takeCause, .snooze, .report, .settle,
      .closeReview, .reopen, .reviewGone:
      return reasonAgainstReview
    case .resumeDraft: return openDrafts.isEmpty ? "no draft is kept" : nil
    case .copyOrder: return currentReview?.order == nil ? "no order number is known here" : nil
    case .record, .note, .refundAsked, .optOut, .doNotContact, .merge:
      return customerScreen?.file == nil ? "the customer is still being read" : nil
    case .sendAllDue: return reasonAgainstSending
    case .handOver, .recall, .hold, .sendNow, .resolveSent, .resolveUnsent, .lookUp:
      return reasonInOutbox(command)
    case .allowSending, .stopSending: return reasonAgainstSending(command)
    case .copyRequest, .recordRequest, .nextFulfilment: return reasonInSheet(command)
    case .why: return reasonAgainstWhy
    default: return nil
    }
  }

  var reasonAgainstReview: String? {
    if customerScreen == nil, list.isCatchingUp { return "the list is still being read" }
    return currentReview == nil ? "there is no review here" : nil
  }

  private mutating func move(_ command: Command, at now: Instant) -> [Effect] {
    switch command {
    case .moveFirst where layers.isEmpty: list.goToFirst()
    case .moveLast where layers.isEmpty: list.goToLast()
    default: step(command.steps(page: max(1, pageHeight - 1)) ?? 0, at: now)
    }
  }

  private var pageHeight: Int {
    switch layers.last {
    case .customer(let screen): screen.height
    case .outbox(let screen): screen.height
    case .sheet(let sheet): sheet.height
    default: list.height
    }
  }

  mutating func step(_ steps: Int, at now: Instant) -> [Effect] {
    switch layers.last {
    case .customer(var screen):
      screen.step(steps)
      layers[layers.count - 1] = .customer(screen)
      return []
    case .outbox(var screen):
      screen.step(steps)
      layers[layers.count - 1] = .outbox(screen)
      return []
    case .sheet(var sheet):
      sheet.top += steps
      sheet.top = sheet.top(of: lineCount(of: sheet, width: max(1, size.columns - 2), at: now))
      layers[layers.count - 1] = .sheet(sheet)
      return []
    default: return list.step(steps)
    }
  }

  private mutating func undo(at now: Instant) -> [Effect] {
    guard let step = undoable.popLast() else { return [] }
    say("undone: \(step.words)", .success, at: now)
    if case .recall = step.effect { return [step.effect] }
    undosUnderWay += 1
    return [step.effect]
  }

  private mutating func quit() -> [Effect] {
    guard case .handOver? = layers.last else { return [.quit] }
    return []
  }
}

extension Command {
  /// How many lines a motion goes down, given how many a page has; `nil` for what is no motion.
  func steps(page: Int) -> Int? {
    switch self {
    case .moveDown: 1
    case .moveUp: -1
    case .pageDown: page
    case .pageUp: -page
    case .halfPageDown: max(1, page / 2)
    case .halfPageUp: -max(1, page / 2)
    case .moveFirst: -1_000_000
    case .moveLast: 1_000_000
    default: nil
    }
  }
}

extension Inbox {
  /// The customer's screen, if one is open.
  var customerScreen: CustomerScreen? {
    for case .customer(let screen) in layers.reversed() { return screen }
    return nil
  }

  /// The review that commands act on.
  var currentReview: Review? {
    if let screen = customerScreen { return screen.currentReview }
    return list.selectedRow?.review
  }

  /// The reviews that commands act on: the marked ones in the list if there are any, else the current one.
  var currentReviews: [Review] {
    guard layers.isEmpty, !list.marked.isEmpty else { return currentReview.map { [$0] } ?? [] }
    return list.marked.values.sorted { $0.id < $1.id }
  }
}
