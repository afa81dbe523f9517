import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Roles as the screens use them")
struct RoleTests {
  private struct Run {
    var role: Role
    var ground: Role
    var text: String
  }

  /// The stretches of one look in a picture drawn by role.
  private func runs(of frame: Frame) -> [Run] {
    (0..<frame.grid.size.rows).flatMap { row in
      frame.grid.styles(row: row).compactMap { run -> Run? in
        let names = SampleTheme.name(of: run.style).split(separator: " ").map(String.init)
        guard let role = Role(rawValue: names[0]) else { return nil }
        let isOwn = names.count < 3 || names[1] != "on"
        let ground = isOwn ? (SampleTheme.hasGround(role) ? role : .text) : Role(rawValue: names[2])
        let text = frame.grid.cells(row: row)[run.columns.offset(by: row * frame.grid.size.columns)]
          .map(\.text).joined()
        return Run(role: role, ground: ground ?? .text, text: text)
      }
    }
  }

  private func everyRun(without left: Set<String> = []) -> [Run] {
    EveryScreen.states.filter { !left.contains($0.name) }.flatMap { state in
      var driver = state.driver
      return [Size(rows: 24, columns: 80), Size(rows: 50, columns: 160)].flatMap { size in
        driver.resize(size)
        return runs(of: driver.frame())
      }
    }
  }

  /// The tests of the themes measure contrast on these grounds, so that there must not be others.
  @Test("Every role stands on the grounds that it says")
  func grounds() {
    for run in everyRun() where !run.text.allSatisfy({ $0 == " " }) {
      let known = run.role.grounds + [run.role]
      #expect(
        known.contains(run.ground), "\(run.role.rawValue) on \(run.ground.rawValue): \(run.text)")
    }
  }

  /// WCAG 2.1, success criterion 1.4.1: colour is not the only means.
  @Test("States that differ in colour differ in words")
  func words() {
    let states: [Role] = [
      .cooldownReady, .cooldownWaiting, .cooldownDue, .cooldownNever, .cooldownQueued,
      .cooldownUncertain,
    ]
    var rolesOfWords: [String: Set<Role>] = [:]
    // The outbox has words of its own, and one look for all that asks for a person.
    let left: Set = ["outbox", "held reply", "hand-over", "why of reply"]
    for run in everyRun(without: left) where states.contains(run.role) {
      let words = run.text.filter { !$0.isNumber }.trimmingSpaces
      // The reasons of a person's screen stand below the header, which tells the state.
      if !words.hasPrefix("why") { rolesOfWords[words, default: []].insert(run.role) }
    }
    #expect(rolesOfWords.count > 10)
    for (words, roles) in rolesOfWords where words.count > 8 {
      #expect(roles.count == 1, "“\(words)” is \(roles.map(\.rawValue))")
    }
  }

  @Test(
    "Faults, blocks, warnings and what is in order have signs",
    arguments: [
      (Role.statusError, ["!"]), (.findingBlock, ["✗", "BLOCK"]),
      (.findingOK, ["✓", "Say instead"]),
    ] as [(Role, [String])])
  func signs(role: Role, signs: [String]) {
    var isSeen = false
    for state in EveryScreen.states {
      let text = runs(of: state.driver.frame()).filter { $0.role == role }.map(\.text).joined()
      guard !text.isEmpty else { continue }
      isSeen = true
      #expect(signs.contains { text.contains($0) }, "\(state.name): \(text)")
    }
    #expect(isSeen)
  }

  @Test("Stars are counted, not coloured")
  func stars() {
    for run in everyRun() where run.text.contains("★") {
      switch run.role {
      case .starsLow: #expect(run.text.count { $0 == "★" } <= 2)
      case .starsMid: #expect(run.text.count { $0 == "★" } > 2)
      default: break
      }
    }
  }
}

extension Range<Int> {
  fileprivate func offset(by steps: Int) -> Range<Int> { lowerBound + steps..<upperBound + steps }
}
