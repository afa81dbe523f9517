import AmendsPolicy
import GRDB
import Ledger

/// What a filter demands, in SQL.
struct FilterConditions {
  let filter: ReviewFilter
  let limits: ContactLimits
  let now: Instant

  /// Whether the filter lies within the inbox, whose own indexes then serve it.
  var isWithinInbox: Bool {
    guard let states = filter.states else { return false }
    return states.isSubset(of: [.open, .queued]) && filter.stars.upperBound <= 3
  }

  /// Whether only handled reviews are wanted, which an index of their own serves while they are few.
  var isOfHandled: Bool { filter.states?.isDisjoint(with: [.open, .queued]) ?? false }

  /// Everything that the review itself must fulfil; the inbox's own condition to the letter first.
  var ofReview: [Condition] {
    var conditions = isWithinInbox ? [Condition(ReviewSchema.inbox)] : []
    conditions += stateAndStars
    switch filter.kind {
    case .sellerFeedback: conditions.append(Condition(ReviewSchema.feedback))
    case .productReview: conditions.append(Condition("NOT (\(ReviewSchema.feedback))"))
    case nil: break
    }
    switch filter.cause {
    case .one(let cause): conditions.append(Condition("cause = ?", [cause.rawValue]))
    case .unjudged: conditions.append(Condition("cause IS NULL"))
    case nil: break
    }
    return conditions + [snoozes].compactMap(\.self) + identities + ages
  }

  /// Whether it is snoozed or not; only open reviews are.
  private var snoozes: Condition? {
    switch filter.snooze {
    case .snoozed: snoozed
    case .awake where filter.states?.contains(.open) ?? true:
      Condition("ifnull(snoozed_until <= ?, 1)", [now.milliseconds])
    case .awake, nil: nil
    }
  }

  /// The condition of every review that is snoozed.
  var snoozed: Condition { Condition("snoozed_until > ?", [now.milliseconds]) }

  private var stateAndStars: [Condition] {
    var conditions: [Condition] = []
    if let states = filter.states, !isWithinInbox || states != [.open, .queued] {
      let names = states.map { "'\($0.rawValue)'" }.sorted().joined(separator: ",")
      conditions.append(Condition("state IN (\(names))"))
    }
    if filter.stars != (isWithinInbox ? 1...3 : 1...5) {
      conditions.append(
        Condition("rating BETWEEN \(filter.stars.lowerBound) AND \(filter.stars.upperBound)"))
    }
    return conditions
  }

  private var identities: [Condition] {
    var conditions: [Condition] = []
    if let asin = filter.asin { conditions.append(Condition("asin = ?", [asin])) }
    if let order = filter.order {
      conditions.append(Condition("order_number = ?", [order.uppercased()]))
    }
    if let customer = filter.customer {
      conditions.append(Condition("customer = ?", [customer.number]))
    }
    return conditions
  }

  private var ages: [Condition] {
    var conditions: [Condition] = []
    if let span = filter.olderThan {
      conditions.append(Condition("posted_at <= ?", [(now - span).milliseconds]))
    }
    if let span = filter.youngerThan {
      conditions.append(Condition("posted_at >= ?", [(now - span).milliseconds]))
    }
    return conditions
  }

  /// What the writer must fulfil, over the columns of `customer`; `nil` where anybody will do.
  var ofCustomer: Condition? {
    let never = StandingConditions.never(limits)
    let cooling = StandingConditions.cooling(limits, now)
    let parts: [Condition]? =
      switch filter.contact {
      case nil: nil
      case .never: [never]
      case .due: [Condition("customer.oldest_unanswered IS NOT NULL"), never.negated]
      case .cooling: [cooling, never.negated]
      case .ready: [cooling.negated, never.negated]
      }
    return parts?.all
  }
}

/// What the contact limits say of a standing, quiet hours aside, over the columns of `customer`.
enum StandingConditions {
  /// Silence that no waiting ends.
  static func never(_ limits: ContactLimits) -> Condition {
    Condition(
      """
      customer.complained IS NOT NULL OR customer.do_not_contact IS NOT NULL
      OR (customer.opted_out IS NOT NULL
        AND ifnull(customer.newest_unanswered <= customer.opted_out, 1))
      OR (customer.newest_unanswered IS NULL AND customer.unanswered >= ?)
      """,
      [limits.maximumUnanswered])
  }

  /// The interval holds, and there is nothing to answer.
  static func cooling(_ limits: ContactLimits, _ now: Instant) -> Condition {
    Condition(
      "customer.newest_unanswered IS NULL AND ifnull(customer.last_contact > ?, 0)",
      [(now - limits.interval).milliseconds])
  }
}

extension Condition {
  var negated: Condition { Condition("NOT (\(sql))", values) }
}
