extension ContactLimits {
  /// Says whether, and from when, a person may be written to.
  ///
  /// The answer to the person's newest unanswered message is held neither by the interval nor by the
  /// count; an opt-out does not hold it either when they wrote after opting out (Amazon, help page
  /// G200383320). A complaint and a do-not-contact mark hold everything.
  /// - Parameters:
  ///   - request: What would be written, and when.
  ///   - standing: Where shop and person stand.
  ///   - zone: The zone in which the person lives.
  /// - Returns: Every limit that holds with its end; none when the message may leave.
  public func answer(
    _ request: ContactRequest,
    standing: ContactStanding,
    zone: Zone
  ) -> ContactAnswer {
    let answering = request.isProactive ? nil : standing.newestUnanswered
    var holds = personHolds(standing, answering: answering)
    if request.isProactive, let order = request.order {
      holds += orderHolds(order, at: request.at)
    }
    if answering == nil { holds += paceHolds(standing, at: request.at) }
    holds += quietHolds(request, after: holds, zone: zone)
    return ContactAnswer(holds: holds, answering: answering)
  }

  private func personHolds(_ standing: ContactStanding, answering: Instant?) -> [ContactHold] {
    var holds: [ContactHold] = []
    if let complained = standing.complained {
      holds.append(
        ContactHold(
          .complaint, since: complained, until: nil,
          reason: "they complained to the marketplace: never"))
    }
    if let marked = standing.doNotContact {
      holds.append(
        ContactHold(
          .doNotContact, since: marked, until: nil, reason: "marked do not contact: never"))
    }
    if let optedOut = standing.optedOut, !wrote(answering, after: optedOut) {
      holds.append(
        ContactHold(
          .optedOut, since: optedOut, until: nil,
          reason: "they opted out: never, except to answer what they write afterwards"))
    }
    return holds
  }

  private func wrote(_ message: Instant?, after optOut: Instant) -> Bool {
    guard let message else { return false }
    return message > optOut
  }

  private func orderHolds(_ order: OrderStanding, at instant: Instant) -> [ContactHold] {
    var holds: [ContactHold] = []
    if let proactive = order.proactive {
      holds.append(
        ContactHold(
          .orderOnce, since: proactive, until: nil,
          reason: "this order has had its one proactive message"))
    }
    if let closing = windowEnd(of: order), instant > closing {
      holds.append(windowHold(since: closing))
    }
    return holds
  }

  /// The last instant at which an order may be written about unasked; `nil` where nobody knows when it was completed.
  public func windowEnd(of order: OrderStanding) -> Instant? {
    order.completed.map { $0 + orderWindow }
  }

  private func windowHold(since closing: Instant) -> ContactHold {
    ContactHold(
      .orderWindow, since: closing, until: nil,
      reason: "the order was completed more than \(orderWindow.inWords) ago")
  }

  private func paceHolds(_ standing: ContactStanding, at instant: Instant) -> [ContactHold] {
    var holds: [ContactHold] = []
    if standing.unansweredContacts >= maximumUnanswered {
      holds.append(
        ContactHold(
          .unanswered, since: standing.lastContact, until: nil,
          reason: "\(standing.unansweredContacts) of \(maximumUnanswered) unanswered messages used:"
            + " silence until they write"))
    }
    if let last = standing.lastContact, instant < last + interval {
      holds.append(
        ContactHold(
          .interval, since: last, until: last + interval,
          reason:
            "\(interval.inWords) between messages, \((last + interval - instant).inWords) left"
        ))
    }
    return holds
  }

  /// Quiet hours at the asked instant, or at the instant at which the other limits end.
  private func quietHolds(
    _ request: ContactRequest,
    after holds: [ContactHold],
    zone: Zone
  ) -> [ContactHold] {
    guard !holds.contains(where: { $0.until == nil }) else { return [] }
    let free = holds.compactMap(\.until).max() ?? request.at
    let leaves = quietHours.firstFree(from: free, in: zone)
    var added: [ContactHold] = []
    if leaves > free {
      added.append(ContactHold(.quietHours, until: leaves, reason: quietReason(in: zone)))
    }
    if request.isProactive, let closing = request.order.flatMap(windowEnd(of:)), leaves > closing {
      added.append(windowHold(since: closing))
    }
    return added
  }

  /// What the quiet hours are to a person who lives in a zone.
  public func quietReason(in zone: Zone) -> String {
    "quiet hours \(quietHours.inWords) their time (\(zone.name))"
  }
}
