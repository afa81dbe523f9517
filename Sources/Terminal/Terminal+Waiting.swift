import CTerminal
import Glibc
public import Screen

extension Terminal {
  /// How long the rest of an answer is waited for when leaving, in milliseconds.
  private static let answerPause: Int32 = 200

  /// Waits for keys, messages or signals.
  ///
  /// A changed size is taken over, and the terminal taken again after a stop, before this returns.
  /// - Parameters:
  ///   - mailbox: The descriptor of a ``Mailbox``.
  ///   - timeout: Milliseconds to wait at most; `nil` waits for ever.
  /// - Returns: What there is to do.
  public mutating func wait(for mailbox: Int32? = nil, timeout: Int?) -> Wake {
    var descriptors = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: ct_signal_descriptor(), events: Int16(POLLIN), revents: 0),
      pollfd(fd: mailbox ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    var wake = Wake()
    poll(&descriptors, least(timeout))
    if descriptors[0].revents == 0 { giveUp(at: .now, &wake) }
    noteInput(descriptors[0].revents, &wake)
    wake.hasMessages = descriptors[2].revents != 0
    for signal in pendingSignals + caughtSignals() { note(signal, &wake) }
    pendingSignals = []
    return wake
  }

  /// The milliseconds to wait at most, given what the caller says; negative for ever.
  private func least(_ timeout: Int?) -> Int32 {
    guard pendingSignals.isEmpty else { return 0 }
    let now = ContinuousClock.now
    let waits = [
      timeout.map { Int32(clamping: max(0, $0)) }, pasteWait?.milliseconds(at: now),
      answerWait?.milliseconds(at: now),
    ]
    return waits.compactMap(\.self).min() ?? -1
  }

  private func poll(_ descriptors: inout [pollfd], _ milliseconds: Int32) {
    let wanted = descriptors
    // A signal has written to its pipe by now: the next call returns at once.
    while Glibc.poll(&descriptors, nfds_t(descriptors.count), milliseconds) < 0, errno == EINTR {
      descriptors = wanted
    }
  }

  /// What did not come in its time will not come: a paste ends, and the part of an answer is a key after all.
  private mutating func giveUp(at now: ContinuousClock.Instant, _ wake: inout Wake) {
    if let pasteWait, pasteWait.isOver(at: now) {
      decoder.endPaste()
      self.pasteWait = nil
      wake.hasKeys = true
    }
    if let answerWait, answerWait.isOver(at: now) {
      self.answerWait = nil
      wake.hasKeys = true
    }
  }

  /// Reads away an answer that is under way, which the shell would take for typed.
  static func dropAnswer() {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while Glibc.poll(&input, 1, answerPause) == 1, input.revents == Int16(POLLIN) {
      while ct_read().kind != CT_NOTHING.rawValue {}
    }
  }

  private func noteInput(_ events: Int16, _ wake: inout Wake) {
    guard events != 0 else { return }
    wake.isGone = events & Int16(POLLIN) == 0 || ct_is_gone() != 0
    wake.hasKeys = true
  }

  func caughtSignals() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(ct_signal_descriptor(), &bytes, bytes.count)
    return bytes.prefix(max(0, count)).map(Int32.init)
  }

  private mutating func note(_ signal: Int32, _ wake: inout Wake) {
    switch signal {
    case SIGWINCH:
      syncSize()
      wake.mustDraw = true
    case SIGCONT:
      ct_enter()
      painter.forgetTitle()
      syncSize()
      wake.mustDraw = true
    case SIGTSTP: wake.mustSuspend = true
    default: wake.leaveSignal = signal
    }
  }

  /// All that has come, without waiting.
  public mutating func inputs() -> [Input] {
    var event = ct_read()
    let hasCome = event.kind != CT_NOTHING.rawValue
    while event.kind != CT_NOTHING.rawValue {
      decoder.take(event)
      event = ct_read()
    }
    if hasCome { pasteWait = decoder.isPasting ? Patience(patience, since: .now) : nil }
    if decoder.isAnswered { answerWait = nil }
    // The answer may come in two portions, whose second one would be read as letters.
    if answerWait == nil || !decoder.isWithinSequence { decoder.endOfInput() }
    return decoder.takeInputs()
  }
}
