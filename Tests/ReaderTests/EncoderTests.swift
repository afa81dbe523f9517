import ReaderSamples
import Testing

@testable import Reader

@Suite struct EncoderTests {
  /// A sum in another order may round an activation the other way, so that no close agreement can be had.
  @Test(arguments: Kernel.available)
  func isWhatTheSpecificationSays(_ kernel: Kernel) throws {
    let encoder = Encoder(model: try Tiny.model(), kernel: kernel)
    let reference = ReferenceEncoder(sample: Tiny.sample)
    for (count, first) in [(1, 1), (2, 1), (19, 12), (40, 40)] {
      let ids = Self.ids(count)
      let found = encoder.logits(of: ids, first: first)
      let expected = reference.logits(of: ids, first: first)
      #expect(found.outputs.count == 12 && found.pointers.count == first)
      for (found, expected) in zip(found.outputs, expected.outputs) {
        #expect(abs(found - expected) < 0.02)
      }
      for (found, expected) in zip(found.pointers, expected.pointers) {
        #expect(abs(found - expected) < 0.02)
      }
    }
  }

  @Test func allKernelsGiveTheSameBits() throws {
    let model = try Tiny.model()
    for count in [1, 17, 130, 512] {
      let found = Kernel.available.map { kernel -> [UInt32] in
        let logits = Encoder(model: model, kernel: kernel).logits(of: Self.ids(count), first: count)
        return (logits.outputs + logits.pointers).map(\.bitPattern)
      }
      #expect(Set(found).count == 1)
    }
  }

  @Test func aRowLeavesNothingForTheNext() throws {
    let encoder = Encoder(model: try Tiny.model())
    let ids = Self.ids(23)
    let before = encoder.logits(of: ids, first: 20)
    _ = encoder.logits(of: Self.ids(512), first: 500)
    let after = encoder.logits(of: ids, first: 20)
    #expect(before.outputs == after.outputs && before.pointers == after.pointers)
  }

  private static func ids(_ count: Int) -> [Int32] {
    var random = SampleNumbers(seed: UInt64(count))
    let pieces = Int32(Tiny.sample.shape.pieces)
    return (0..<count).map { _ in Int32.random(in: 0..<pieces, using: &random) }
  }
}
