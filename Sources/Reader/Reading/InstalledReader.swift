public import AmendsPolicy
import Synchronization

/// A model that any thread may ask: it has a reader for each of those that ask at the same time.
public final class InstalledReader: SecondReader {
  /// How it calculates.
  public let kernel: Kernel
  private let model: ReaderModel
  private let idle = Mutex<[Lent]>([])

  /// A reader that only one thread uses at a time: it is taken out of the list meanwhile.
  private struct Lent: @unchecked Sendable {
    let reader: ReaderText
  }

  /// A reader with a model.
  public init(model: ReaderModel, kernel: Kernel = .best) {
    self.model = model
    self.kernel = kernel
  }

  /// Reads a draft with its case.
  public func opinion(on reading: ReaderCase) -> ReaderOpinion {
    let lent =
      idle.withLock { $0.popLast() } ?? Lent(reader: ReaderText(model: model, kernel: kernel))
    defer { idle.withLock { $0.append(lent) } }
    return lent.reader.read(draft: reading.draft.text, context: reading.context).opinion
  }
}
