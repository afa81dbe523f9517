/// What each reply leads to; a phase takes the codes that RFC 5321, 4.3.2 and RFC 4954, 4 give it.
extension Conversation {
  mutating func answer(_ reply: Reply) -> [Action] {
    switch (phase, reply.code.number) {
    case (.greeting, 220): greeted()
    case (.introducing, 250): introduced(Capabilities(reply))
    case (.introducing, 500...504) where mayFallBack: ask(.oldHello, .fallingBack)
    case (.fallingBack, 250): introduced(Capabilities())
    case (.askingForTLS, 220): beginTLS()
    case (.authenticating, 235): authenticated()
    case (.authenticating, 334): nextLoginLine() ?? fail(.misfit(reply, phase))
    case (.namingSender, 250): nameRecipient()
    case (.namingRecipient, 250...251): ask(.data, .announcing)
    case (.announcing, 354): sendMessage()
    case (.awaitingOutcome, 200...299): finish(.sent(reply))
    default: refused(reply)
    }
  }

  private mutating func refused(_ reply: Reply) -> [Action] {
    switch reply.code.kind {
    case .notNow: finish(.notSentNow(.refusal(reply, phase)))
    case .never: finish(.notSentEver(.refusal(reply, phase)))
    default: fail(.misfit(reply, phase))
    }
  }

  /// Turns to what the conversation is for, now that the server is ready.
  mutating func begin() -> [Action] {
    guard case .deliver(let message, let sender, _) = purpose else { return finish(.introduced) }
    if let limit = capabilities.largestMessage, message.size > limit {
      return finish(.notSentEver(.tooLarge(limit)))
    }
    let size = capabilities.takesSize ? message.size : nil
    return ask(.from(sender, size: size), .namingSender)
  }

  private mutating func nameRecipient() -> [Action] {
    guard case .deliver(_, _, let recipient) = purpose else { return finish(.introduced) }
    return ask(.to(recipient), .namingRecipient)
  }

  private mutating func sendMessage() -> [Action] {
    guard case .deliver(let message, _, _) = purpose else { return finish(.introduced) }
    return enter(.sendingMessage, [.writeThrough(message.stuffed)])
  }
}
