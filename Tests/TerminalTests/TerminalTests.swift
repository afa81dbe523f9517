import Screen
import Testing

@testable import Terminal

@Suite struct TerminalTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("日", "5pel"), ("\u{0}\u{FF}", "AMO/"),
  ])
  func base64(text: String, encoded: String) {
    #expect(Base64.encode(Array(text.utf8)) == encoded)
  }

  @Test func errorsSayWhatToDo() {
    #expect(TerminalError.cannotMoveCursor("dumb").description.contains("TERM=xterm-256color"))
    #expect(TerminalError.notATerminal.description.contains("--json"))
  }

  @Test func patienceIsOverWhenItsMillisecondsAre() {
    let start = ContinuousClock.now
    let patience = Patience(.seconds(1), since: start)
    #expect(patience.milliseconds(at: start) == 1000)
    #expect(patience.milliseconds(at: start + .microseconds(999_001)) == 1)
    #expect(!patience.isOver(at: start + .microseconds(999_999)))
    #expect(patience.isOver(at: start + .seconds(1)))
    #expect(patience.milliseconds(at: start + .seconds(5)) == 0)
  }

  @Test func wakesThatEnd() {
    var wake = Wake()
    #expect(!wake.mustLeave)
    wake.leaveSignal = 15
    #expect(wake.mustLeave)
  }
}
