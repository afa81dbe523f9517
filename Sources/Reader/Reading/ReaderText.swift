import AmendsPolicy

/// Reads drafts with their contexts.
///
/// It reuses its memory: each thread needs one of its own.
public final class ReaderText {
  private static let mostContext = 64

  private let encoder: Encoder
  private let tokenizer: Tokenizer
  private let end: Int32
  /// What each row starts with.
  private let opening: [Int32]

  /// A reader with a model.
  ///
  /// - Parameters:
  ///   - model: the weights and pieces.
  ///   - kernel: how it calculates.
  public init(model: ReaderModel, kernel: Kernel = .best) {
    encoder = Encoder(model: model, kernel: kernel)
    tokenizer = Tokenizer(model: model)
    end = Int32(model.shape.end)
    opening = [Int32(model.shape.begin)] + tokenizer.tokens(of: "query: ").map(\.id)
  }

  /// Reads a draft.
  ///
  /// - Parameters:
  ///   - draft: any text of any length.
  ///   - context: what it answers; only its beginning counts.
  /// - Returns: the logits of the draft, over all of its windows.
  public func read(draft: String, context: String) -> Reading {
    let context = tokenizer.tokens(of: context, limit: Self.mostContext)
    let closing = [end] + context.prefix(Self.mostContext).map(\.id) + [end]
    let room = encoder.mostTokens - opening.count - closing.count
    var draft = draft
    let plan = draft.withUTF8 { WindowPlan($0, tokenizer: tokenizer, room: room) }
    return read(plan, closing)
  }

  private func read(_ plan: WindowPlan, _ closing: [Int32]) -> Reading {
    var logits: [Float] = []
    var pointers = [Float?](repeating: nil, count: plan.tokens.count)
    for window in plan.windows {
      let found = encoder.logits(
        of: opening + plan.tokens[window].map(\.id) + closing,
        first: opening.count + window.count + 1)
      logits = logits.isEmpty ? found.outputs : Self.joined(logits, found.outputs)
      for (token, logit) in zip(window, found.pointers.dropFirst(opening.count)) {
        pointers[token] = max(pointers[token] ?? logit, logit)
      }
    }
    let opinion = ReaderOpinion(
      logits: logits, pointers: Self.pointers(plan.tokens, pointers), isSampled: plan.isSampled)
    return Reading(opinion: opinion, windows: plan.windows.count)
  }

  private static func joined(_ one: [Float], _ other: [Float]) -> [Float] {
    ReaderOpinion.Output.allCases.map { $0.joined(one[$0.rawValue], other[$0.rawValue]) }
  }

  private static func pointers(_ tokens: [Token], _ logits: [Float?]) -> [ReaderOpinion.Pointer] {
    zip(tokens, logits).compactMap { token, logit in
      logit.map { ReaderOpinion.Pointer(range: token.range, logit: $0) }
    }
  }
}
