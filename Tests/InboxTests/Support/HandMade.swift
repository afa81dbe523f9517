import AmendsPolicy
import Ledger
import Screen

@testable import Inbox

/// Opinions of a second reader made by hand, and composers in which they are given.
enum HandMade {
  static let sizes = [Size(rows: 24, columns: 80), Size(rows: 50, columns: 160)]

  /// Of the reader only what it says of the whole counts: above zero it warns, from one on it blocks.
  private static let weights = JointWeights(
    adapter: "made by hand", block: JointWeights.Sum(reader: 1), blockFrom: 1,
    strictBlockFrom: 1, warnFrom: 0, contradictedBelow: -9, warnings: [])

  /// It finds nothing.
  static func clean(_ request: ReadingRequest) -> ReadingAnswer {
    answer(request, ReaderOpinion(logits: unlikely), mode: .on)
  }

  /// It reads a condition, and points at the refund.
  static func blocking(_ request: ReadingRequest, mode: ReaderMode = .on) -> ReadingAnswer {
    var opinion = ReaderOpinion(logits: unlikely)
    opinion[.block] = 5
    opinion[.lureConditional] = 4
    let text = Array(cases(of: request).draft.draft.text.utf8)
    opinion.pointers = [text.firstRange(of: Array("The refund".utf8))].compactMap(\.self)
      .map { ReaderOpinion.Pointer(range: $0, logit: 3) }
    return answer(request, opinion, mode: mode)
  }

  private static let unlikely = ReaderOpinion.Output.allCases.map { _ in Float(-5) }

  private static func answer(
    _ request: ReadingRequest, _ opinion: ReaderOpinion, mode: ReaderMode
  ) -> ReadingAnswer {
    .opinion(
      SecondOpinion(cases: cases(of: request), opinion: opinion, weights: weights, mode: mode))
  }

  private static func cases(of request: ReadingRequest) -> ReaderCases {
    SamplePolicy.policy.readerCases(of: request.text, in: request.context)
  }

  /// A composer with a draft that a reader has answered to at once.
  static func composer(
    _ draft: String = "", reading: @escaping @Sendable (ReadingRequest) -> ReadingAnswer
  ) -> Driver {
    var driver = Driver(Sample.desk(Sample.stranger))
    driver.desk.reading = reading
    driver.press("c")
    if !draft.isEmpty { driver.paste(draft) }
    return driver
  }

  /// A composer with a draft that a reader has not answered to yet.
  static func beingRead(_ draft: String = SampleDraft.clean) -> Driver {
    var driver = Driver(Sample.desk(Sample.stranger))
    driver.press("c")
    driver.isAnswering = false
    driver.paste(draft)
    return driver
  }

  /// The stranger, who has asked for a refund meanwhile.
  static let refundAsked = Sample.file(
    [Sample.review(1, "J. Rivera", cause: .damaged)],
    events: [Sample.ago(.minutes(1), .refundAsked)])
}

extension Driver {
  /// What the second reader was asked, in order.
  var readings: [ReadingRequest] {
    effects.compactMap { if case .read(let request) = $0 { request } else { nil } }
  }

  /// The words of the draft that are marked as blocked, row by row.
  var underlined: [String] {
    let grid = frame().grid
    return (0..<grid.size.rows).map { row in
      grid.cells(row: row).filter { SampleTheme.name(of: $0.style) == Role.draftBlock.rawValue }
        .map(\.text).joined()
    }.filter { !$0.isEmpty }
  }
}
