import AmendsPolicy
import ReaderSamples
import Testing

@testable import Reader

@Suite struct ReaderTextTests {
  private let model: ReaderModel
  private let tokenizer: Tokenizer
  private let reader: ReaderText

  init() throws {
    model = try Tiny.model()
    tokenizer = Tokenizer(model: model)
    reader = ReaderText(model: model)
  }

  @Test func aRowIsTheDraftAndItsContext() {
    let draft = "abc de, ü"
    let reading = reader.read(draft: draft, context: "a bad day")
    let first = [0] + ids("query: " + draft) + [2]
    let found = Encoder(model: model)
      .logits(of: first + ids("a bad day") + [2], first: first.count)
    #expect(reading.opinion.logits == found.outputs)
    let prefix = ids("query:").count + 1
    #expect(
      reading.opinion.pointers.map(\.logit) == Array(found.pointers.dropFirst(prefix).dropLast()))
    #expect(reading.opinion.pointers.map(\.range) == tokenizer.tokens(of: draft).map(\.range))
    #expect(!reading.opinion.isSampled && reading.windows == 1)
    #expect(
      reading.opinion[.noRemedy] == reading.opinion.logits[11]
        && reading.opinion[.block] == reading.opinion.logits[0])
  }

  @Test func onlyTheBeginningOfTheContextCounts() {
    let context = String(repeating: "zz ", count: 21)
    let long = context + "z"
    #expect(ids(long).count > 64)
    #expect(
      reader.read(draft: "abc", context: long) == reader.read(draft: "abc", context: long + "ab dd")
    )
    #expect(reader.read(draft: "abc", context: "") != reader.read(draft: "abc", context: "e"))
  }

  @Test func windowsGiveTheHighestButOfWhatIsLackingTheLowest() {
    let draft = (0..<400).map { "ab\($0 % 3) de" }.joined(separator: " ")
    let reading = reader.read(draft: draft, context: "")
    #expect(reading.windows > 2 && !reading.opinion.isSampled)
    let tokens = tokenizer.tokens(of: draft)
    let opening = [0] + ids("query:")
    let encoder = Encoder(model: model)
    let found = WindowPlan.windows(over: tokens, room: 512 - opening.count - 2).map { window in
      encoder.logits(
        of: opening + tokens[window].map(\.id) + [2, 2], first: opening.count + window.count + 1)
    }
    for output in ReaderOpinion.Output.allCases {
      let logits = found.map { $0.outputs[output.rawValue] }
      let isLack = output.rawValue >= 10
      #expect(reading.opinion[output] == (isLack ? logits.min() : logits.max()))
    }
    #expect(reading.opinion.pointers.count == tokens.count)
  }

  @Test(arguments: ["", " ", "\u{0}", "\n\n", "\u{FFFD}", "👩‍👩‍👧‍👦", "a\u{301}\u{302}\u{303}"])
  func anyTextIsRead(_ text: String) {
    for (draft, context) in [(text, ""), ("", text), (text, text)] {
      let reading = reader.read(draft: draft, context: context)
      #expect(
        reading.opinion.logits.count == 12 && reading.opinion.logits.allSatisfy { $0.isFinite })
      #expect(reading.windows == 1)
    }
  }

  @Test func repairedBytesAreRead() {
    var random = SampleNumbers(seed: 8)
    for _ in 0..<20 {
      let bytes = (0..<200).map { _ in UInt8(random.next() >> 56) }
      let reading = reader.read(draft: String(decoding: bytes, as: UTF8.self), context: "ab")
      #expect(reading.opinion.logits.allSatisfy { $0.isFinite })
    }
  }

  @Test func aHugeDraftAndContextAreRead() {
    let text = String(repeating: "abc, zz\n", count: 400_000)
    let reading = reader.read(draft: text, context: text)
    #expect(reading.opinion.isSampled && reading.windows == 16)
    #expect(
      zip(reading.opinion.pointers, reading.opinion.pointers.dropFirst()).allSatisfy {
        $0.range.lowerBound <= $1.range.lowerBound
      })
  }

  @Test func readingIsTheSameOnEveryKernel() {
    let draft = (0..<300).map { "bad\($0 % 7), ü" }.joined(separator: " ")
    let readings = Kernel.available.map {
      ReaderText(model: model, kernel: $0).read(draft: draft, context: "abc de")
    }
    #expect(readings.allSatisfy { $0 == readings[0] })
  }

  private func ids(_ text: String) -> [Int32] { tokenizer.tokens(of: text).map(\.id) }
}
