import ReaderSamples
import Testing

@testable import Reader

@Suite struct WindowTests {
  private let tokenizer: Tokenizer

  init() throws { tokenizer = Tokenizer(model: try Tiny.model()) }

  @Test func aShortDraftIsOneWindow() {
    #expect(WindowPlan.windows(over: [], room: 200) == [0..<0])
    #expect(WindowPlan.windows(over: words([200]), room: 200) == [0..<200])
  }

  @Test func windowsHoldWholeWordsAndOverlap() {
    var random = SampleNumbers(seed: 31)
    for _ in 0..<50 {
      let tokens = words((0..<900).map { _ in Int.random(in: 1...9, using: &random) })
      let windows = WindowPlan.windows(over: tokens, room: 440)
      #expect(windows.first?.lowerBound == 0 && windows.last?.upperBound == tokens.count)
      for (one, next) in zip(windows, windows.dropFirst()) {
        #expect(one.count <= 440 && one.count > 430)
        #expect(tokens[one.upperBound].startsWord && tokens[next.lowerBound].startsWord)
        #expect((64..<73).contains(one.upperBound - next.lowerBound))
      }
    }
  }

  @Test func wordsLongerThanAWindowAreCut() {
    for lengths in [[2000], [1, 2000, 1, 700], [500, 1, 500, 1, 500], [439, 441, 1, 1, 3000]] {
      let tokens = words(lengths)
      let windows = WindowPlan.windows(over: tokens, room: 440)
      #expect(windows.allSatisfy { !$0.isEmpty && $0.count <= 440 })
      #expect(Set(windows.flatMap { Array($0) }) == Set(tokens.indices))
      #expect(windows.count <= 3 * tokens.count / 376 + 2)
    }
  }

  @Test func manyWindowsAreSpreadEvenly() {
    let text = String(repeating: "zz ", count: 20_000)
    let plan = self.plan(text)
    #expect(plan.isSampled && plan.windows.count == 16)
    #expect(plan.windows.first?.lowerBound == 0)
    #expect(plan.windows.last?.upperBound == plan.tokens.count)
    let steps = zip(plan.windows, plan.windows.dropFirst()).map { $1.lowerBound - $0.lowerBound }
    #expect((steps.max() ?? 0) - (steps.min() ?? 0) <= 500)
  }

  @Test func sixteenWindowsAreRead() {
    let plan = self.plan(String(repeating: "zz ", count: 2000))
    #expect(!plan.isSampled && plan.windows.count == 16)
  }

  @Test(arguments: ["zz ab\n", "z", "\u{1F642}", "é "])
  func hugeDraftsAreReadInParts(_ unit: String) {
    let text = String(repeating: unit, count: 3_000_001 / unit.utf8.count)
    let plan = self.plan(text)
    #expect(plan.isSampled && plan.windows.count == 16)
    #expect(plan.tokens.first?.range.lowerBound == 0)
    let end = text.utf8.count - (unit.last?.isWhitespace == true ? 1 : 0)
    #expect(plan.tokens.last?.range.upperBound == end)
    #expect(plan.tokens.allSatisfy { !$0.range.isEmpty })
    #expect(plan.windows.allSatisfy { !$0.isEmpty && $0.count <= 440 })
  }

  private func plan(_ text: String) -> WindowPlan {
    var text = text
    return text.withUTF8 { WindowPlan($0, tokenizer: tokenizer, room: 440) }
  }

  /// Tokens of words of some lengths.
  private func words(_ lengths: [Int]) -> [Token] {
    lengths.flatMap { length in
      (0..<length).map { Token(id: 4, range: 0..<1, startsWord: $0 == 0) }
    }
  }
}
