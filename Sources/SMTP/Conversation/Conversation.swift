/// One conversation with a mail server as a value: events in, actions out, no socket and no clock (RFC 5321).
///
/// One message to one person, one command at a time. Everything up to the final dot happens before the
/// permit; ``Event/permitGranted`` writes the dot. It comes to exactly one ``Ending``, and that is
/// ``Ending/uncertain(_:)`` if and only if the dot was written and no definite reply came.
public struct Conversation: Sendable {
  /// How far it is.
  public private(set) var phase = Phase.connecting
  /// Counts the things that were waited for: a deadline belongs to one of them.
  public private(set) var turn = 0
  /// What was reached.
  public private(set) var milestones: [Milestone] = []
  /// What became of it; `nil` while it goes on.
  public private(set) var ending: Ending?

  let purpose: Purpose
  private let security: Security
  private var login: Login?
  private var parser = ReplyParser()
  private var isProtected: Bool
  private(set) var capabilities = Capabilities()
  private var dialogue: LoginDialogue?

  /// A conversation that is about to be connected.
  ///
  /// - Parameters:
  ///   - purpose: What it is for.
  ///   - security: How it has to be protected.
  ///   - login: Who logs in; `nil` where nobody does.
  public init(_ purpose: Purpose, security: Security, login: Login?) {
    self.purpose = purpose
    self.security = security
    self.login = login
    isProtected = security == .tls
  }

  /// Takes what happened, and says what is to be done; nothing after the ending.
  public mutating func handle(_ event: Event) -> [Action] {
    guard ending == nil else { return [] }
    switch event {
    case .connected: return connected()
    case .secured: return secured()
    case .received(let bytes): return received(bytes)
    case .flushed: return flushed()
    case .lost(let reason): return fail(.lost(reason, phase))
    case .expired(let turn): return turn == self.turn ? fail(.expired(phase)) : []
    case .permitGranted: return permitGranted()
    case .permitRefused: return phase == .awaitingOutcome ? [] : fail(.withdrawn)
    }
  }

  private mutating func connected() -> [Action] {
    guard phase == .connecting else { return [] }
    if isProtected { milestones.append(.secured) }
    return enter(.greeting)
  }

  private mutating func secured() -> [Action] {
    guard phase == .securing else { return [] }
    isProtected = true
    milestones.append(.secured)
    return ask(.hello, .introducing)
  }

  private mutating func flushed() -> [Action] {
    phase == .sendingMessage ? enter(.awaitingPermit, [.askForPermit]) : []
  }

  private mutating func permitGranted() -> [Action] {
    phase == .awaitingPermit ? ask(.dot, .awaitingOutcome) : []
  }

  private mutating func received(_ bytes: [UInt8]) -> [Action] {
    for (place, byte) in bytes.enumerated() {
      guard phase.awaitsReply else { return fail(.outOfTurn(phase)) }
      let reply: Reply?
      do throws(ReplyFault) {
        reply = try parser.take(byte)
      } catch {
        return fail(.malformed(error, phase))
      }
      if let reply { return answer(reply, isLast: place == bytes.count - 1) }
    }
    return []
  }

  /// Answers a reply; where more came in the same breath, before anything else was asked, it is over.
  private mutating func answer(_ reply: Reply, isLast: Bool) -> [Action] {
    let asked = phase
    let actions = answer(reply)
    return isLast || ending != nil ? actions : fail(.outOfTurn(asked))
  }
}

extension Conversation {
  /// Goes on to what is waited for next.
  mutating func enter(_ next: Phase, _ actions: [Action] = []) -> [Action] {
    phase = next
    turn += 1
    return actions
  }

  /// Sends a command and waits for its answer.
  mutating func ask(_ command: Command, _ next: Phase) -> [Action] {
    enter(next, [.write(command.bytes)])
  }

  /// Ends for a reason other than a refusal: it was not sent, or nobody knows.
  mutating func fail(_ reason: Reason) -> [Action] {
    forgetLogin()
    ending = phase == .awaitingOutcome ? .uncertain(reason) : .notSentNow(reason)
    return enter(.over, [.close])
  }

  /// Ends where commands are understood, with a farewell for which no answer is awaited.
  mutating func finish(_ ending: Ending) -> [Action] {
    forgetLogin()
    self.ending = ending
    return enter(.over, [.write(Command.quit.bytes), .close])
  }

  /// Forgets what was said in the clear, and wants TLS.
  mutating func beginTLS() -> [Action] {
    capabilities = Capabilities()
    return enter(.securing, [.startTLS])
  }

  /// Remembers what the server can do, and goes on from there.
  mutating func introduced(_ capabilities: Capabilities) -> [Action] {
    self.capabilities = capabilities
    milestones.append(.introduced(capabilities))
    if security == .startTLS, !isProtected {
      return capabilities.offersTLS ? ask(.startTLS, .askingForTLS) : finish(.notSentNow(.noTLS))
    }
    guard let login else { return begin() }
    return logIn(login)
  }

  /// The login never goes over a connection that ought to be protected and is not.
  private mutating func logIn(_ login: Login) -> [Action] {
    guard isProtected || security == .none,
      let mechanism = login.mechanism(among: capabilities.mechanisms)
    else { return finish(.notSentEver(.noMechanism)) }
    var dialogue = LoginDialogue(login, by: mechanism)
    let command = dialogue.begin()
    self.dialogue = dialogue
    return ask(command, .authenticating)
  }

  /// Says the next line of the login; `nil` where there is none.
  mutating func nextLoginLine() -> [Action]? {
    guard let command = dialogue?.answer() else { return nil }
    return ask(command, .authenticating)
  }

  /// Notes that the server greeted.
  mutating func greeted() -> [Action] {
    milestones.append(.greeted)
    return ask(.hello, .introducing)
  }

  /// Notes that the login was taken.
  mutating func authenticated() -> [Action] {
    if let dialogue { milestones.append(.authenticated(dialogue.mechanism)) }
    forgetLogin()
    return begin()
  }

  /// Lets go of the secret as soon as nobody asks for it any more.
  private mutating func forgetLogin() {
    login = nil
    dialogue = nil
  }

  /// Whether a server that knows no `EHLO` will do: where neither TLS nor a login depends on it.
  var mayFallBack: Bool { security == .none && login == nil }
}
