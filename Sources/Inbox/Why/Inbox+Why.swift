import AmendsPolicy
import Ledger
import Screen

extension Inbox {
  /// Explains the clocks of what is at hand; its file is read where the screen has not got it.
  mutating func explain() -> [Effect] {
    guard let why = subjectToExplain else { return [] }
    return push(.why(why)) + (why.file == nil ? [.loadCustomer(why.customer)] : [])
  }

  private var subjectToExplain: WhyLayer? {
    switch layers.last {
    case .composer(let composer):
      WhyLayer(customer: composer.customer, review: composer.review, file: composer.file)
    case .outbox(let screen):
      screen.selectedRow.map {
        WhyLayer(customer: $0.item.customer, review: $0.item.review, reply: $0.item.id)
      }
    default:
      currentReview.map {
        WhyLayer(customer: $0.customer, review: $0.id, file: customerScreen?.file)
      }
    }
  }

  /// Why there is nothing to explain; `nil` where there is.
  var reasonAgainstWhy: String? {
    switch layers.last {
    case .composer(let composer): composer.isLoaded ? nil : "the draft is still being read"
    case .outbox: outboxRow == nil ? "the outbox is empty" : nil
    default: reasonAgainstReview
    }
  }

  /// Motions move it where it does not fit; every other key closes it.
  mutating func press(_ key: KeyPress, in why: WhyLayer, at now: Instant) -> [Effect] {
    let command = settings.keymap.command(for: key, in: .list)
    guard let steps = command?.steps(page: helpRoom), scroll(why, by: steps, at: now) else {
      return dismissOverlay()
    }
    return []
  }

  /// Moves the explanation by some lines; `false` where all of it is in sight.
  mutating func scroll(_ why: WhyLayer, by steps: Int, at now: Instant) -> Bool {
    let count = lines(of: why, width: Canvas.boxRoom(room(in: size)).columns, at: now).count
    var why = why
    guard why.scroll.move(by: steps, of: count, room: helpRoom) else { return false }
    layers[layers.count - 1] = .why(why)
    return true
  }

  /// What is to be said; `nil` while the file is being read.
  func content(of why: WhyLayer, at now: Instant) -> WhyContent? {
    guard let file = why.file else { return nil }
    let reply = why.reply.flatMap { liveReply($0, at: now) }
    let review = why.currentReview
    let order = review?.order ?? reply?.item.order
    let contact = settings.rules.answer(
      file, about: order, isProactive: reply?.item.isProactive, at: now)
    let routes = review.map { self.routes(for: $0, of: file, at: now) } ?? []
    let request = ClockRequest(
      contact: contact, standing: file.customer.standing,
      order: order.map { OrderStanding(order: $0, in: file.events) }, review: review,
      routes: guide == nil ? [] : routes, limits: settings.rules.limits,
      zone: settings.rules.zone(of: file.customer), now: now)
    return WhyContent(
      request.clocks, of: file, contact, routes: routes, reply: reply?.words, rules: settings.rules,
      at: now)
  }

  /// A reply that has not ended, with what the outbox says of it.
  private func liveReply(
    _ id: OutboxID, at now: Instant
  ) -> (item: OutboxItem, words: OutboxWords)? {
    for case .outbox(let screen) in layers.reversed() {
      guard let item = screen.rows.first(where: { $0.item.id == id })?.item, item.state.isLive
      else { return nil }
      return (item, OutboxWords(item, in: screen, settings, at: now))
    }
    return nil
  }
}
