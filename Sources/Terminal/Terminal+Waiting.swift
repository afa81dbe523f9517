import CTerminal
import Glibc
public import Screen

extension Terminal {
  /// How long a paste without an end is waited for, in milliseconds.
  private static let pasteTimeout: Int32 = 1000
  /// How long the answer to a question is waited for, in milliseconds, while everything else goes on.
  private static let answerTimeout: Int32 = 1000

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
    if poll(&descriptors, descriptors, timeout) == 0 {
      finishLostPaste(&wake)
      giveUpAnswer(&wake)
    }
    noteInput(descriptors[0].revents, &wake)
    wake.hasMessages = descriptors[2].revents != 0
    for signal in pendingSignals + caughtSignals() { note(signal, &wake) }
    pendingSignals = []
    return wake
  }

  private func poll(
    _ descriptors: inout [pollfd],
    _ wanted: [pollfd],
    _ timeout: Int?
  ) -> Int32 {
    var milliseconds = timeout.map { Int32(clamping: max(0, $0)) } ?? -1
    if decoder.isPasting {
      milliseconds = milliseconds < 0 ? Self.pasteTimeout : min(milliseconds, Self.pasteTimeout)
    }
    if isAnswerAwaited {
      milliseconds = milliseconds < 0 ? Self.answerTimeout : min(milliseconds, Self.answerTimeout)
    }
    if !pendingSignals.isEmpty { milliseconds = 0 }
    while true {
      let count = Glibc.poll(&descriptors, nfds_t(descriptors.count), milliseconds)
      // A signal has written to its pipe by now: the next call returns at once.
      if count >= 0 || errno != EINTR { return count }
      descriptors = wanted
    }
  }

  private mutating func finishLostPaste(_ wake: inout Wake) {
    guard decoder.isPasting else { return }
    decoder.endPaste()
    wake.hasKeys = true
  }

  /// Nothing came for a while: what has come of a sequence is a key after all.
  private mutating func giveUpAnswer(_ wake: inout Wake) {
    guard isAnswerAwaited else { return }
    isAnswerAwaited = false
    wake.hasKeys = true
  }

  /// Reads away an answer that is under way, which the shell would take for typed.
  static func dropAnswer() {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while Glibc.poll(&input, 1, answerTimeout / 5) == 1, input.revents == Int16(POLLIN) {
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
    while event.kind != CT_NOTHING.rawValue {
      decoder.take(event)
      event = ct_read()
    }
    if decoder.isAnswered { isAnswerAwaited = false }
    // The answer may come in two portions, whose second one would be read as letters.
    if !isAnswerAwaited || !decoder.isWithinSequence { decoder.endOfInput() }
    return decoder.takeInputs()
  }
}
