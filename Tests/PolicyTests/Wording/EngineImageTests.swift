import Synchronization
import Testing

@testable import AmendsPolicy

/// Compiled languages as bytes.
@Suite struct EngineImageTests {
  /// Keeps images in memory.
  private final class Shelf: EngineKeeper {
    let images = Mutex<[String: [UInt8]]>([:])

    func image(of language: String) -> [UInt8]? { images.withLock { $0[language] } }

    func keep(_ image: [UInt8], of language: String) {
      images.withLock { $0[language] = image }
    }
  }

  private static let drafts = [
    "", "remove your review", "r3move the rev!ew", "hello", "please remove it once more",
  ]

  private func policy(_ keeper: Shelf, _ packs: [RulePack]) -> WordingPolicy {
    WordingPolicy(languages: ["en"], keeper: keeper) { _ in packs }
  }

  @Test func anImageJudgesAsThePacksDo() throws {
    let keeper = Shelf()
    let compiled = policy(keeper, [TestPack.removal])
    let reports = Self.drafts.map { compiled.check($0) }
    #expect(reports.contains { !$0.findings.isEmpty })
    let read = policy(keeper, [])
    #expect(reports == Self.drafts.map { read.check($0) })
  }

  @Test func damageIsNoticedAndTheLanguageCompiledAnew() throws {
    let keeper = Shelf()
    let reports = Self.drafts.map { policy(keeper, [TestPack.removal]).check($0) }
    let image = try #require(keeper.image(of: "en"))
    for at in stride(from: 0, to: image.count, by: max(1, image.count / 40)) {
      var damaged = image
      damaged[at] ^= 0x40
      keeper.keep(damaged, of: "en")
      let anew = policy(keeper, [TestPack.removal])
      #expect(reports == Self.drafts.map { anew.check($0) })
      let kept = try #require(keeper.image(of: "en"))
      #expect(throws: Never.self) { try EngineImage.engine(kept, language: "en") }
    }
  }

  @Test func cutAndForeignImagesAreRefused() throws {
    let engine = try PackCompiler.compile("en", [TestPack.removal])
    let image = EngineImage.bytes(of: engine)
    for count in stride(from: 0, to: image.count, by: max(1, image.count / 60)) {
      #expect(throws: ImageFault.self) {
        try EngineImage.engine(Array(image.prefix(count)), language: "en")
      }
    }
    #expect(throws: ImageFault.self) { try EngineImage.engine(image, language: "de") }
    #expect(throws: ImageFault.self) {
      try EngineImage.engine(Array("no image at all, only words".utf8), language: "en")
    }
  }

  @Test func countsBeyondTheEndAreNeverFollowed() {
    var writer = ImageWriter()
    writer.put(value: Int.max)
    writer.put(value: 7)
    var reader = ImageReader(writer.bytes, from: 0)
    #expect(throws: ImageFault.self) { let _: [UInt64] = try reader.values() }
    var texts = ImageReader(writer.bytes, from: 0)
    #expect(throws: ImageFault.self) { try texts.strings() }
  }
}
