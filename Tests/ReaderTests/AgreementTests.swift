import AmendsPolicy
import Foundation
import Reader
import Testing

/// The installed reader against what its training made of the same drafts.
///
/// The training calculates in 32 bit, the program rounds what flows between the layers to 8: log odds differ by that, and
/// by no more.
@Suite(
  .enabled(if: Installed.isThere, "it is not installed: amends reader install --desk .build/reader")
)
struct AgreementTests {
  /// How far log odds may lie apart, on the average and at most.
  private static let meanTolerance = 0.08
  private static let mostTolerance = 1.0
  /// Of how many drafts in a hundred the question whether to block must get the same answer.
  private static let leastAgreeing = 0.985
  /// Kernels that are not what anybody would use here read every so many drafts.
  private static let step = 12

  @Test func thereAreEnoughDraftsOfAllLanguages() throws {
    let cases = try ReferenceCase.all()
    #expect(cases.count >= 500)
    #expect(Set(cases.map(\.language)) == ["en", "de", "fr", "es", "it"])
  }

  @Test(arguments: Kernel.available)
  func agreesOnEveryKernel(_ kernel: Kernel) throws {
    let reader = ReaderText(model: try ReaderModel(path: Installed.path), kernel: kernel)
    let cases = try ReferenceCase.all()
    let chosen = stride(from: 0, to: cases.count, by: kernel == .best ? 1 : Self.step).map {
      cases[$0]
    }
    var differences: [Double] = []
    var agreeing = 0
    for one in chosen {
      let found = reader.read(draft: one.draft, context: one.context).opinion.logits
      differences += zip(found, one.logits).map { abs(Double($0) - $1) }
      if (found[0] > 0) == (one.logits[0] > 0) { agreeing += 1 }
    }
    let mean = differences.reduce(0, +) / Double(differences.count)
    #expect(mean < Self.meanTolerance)
    #expect((differences.max() ?? 0) < Self.mostTolerance)
    #expect(Double(agreeing) >= Self.leastAgreeing * Double(chosen.count))
  }
}

/// The model that the README's test command installs.
enum Installed {
  static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent(".build/reader/reader.amends").path

  static var isThere: Bool { FileManager.default.fileExists(atPath: path) }
}

/// A draft with its case, and the log odds of the training code.
private struct ReferenceCase: Decodable {
  var id: String
  var language: String
  var draft: String
  var context: String
  var logits: [Double]

  static func all() throws -> [ReferenceCase] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Reference/outputs.jsonl")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return try lines.map { try JSONDecoder().decode(ReferenceCase.self, from: Data($0.utf8)) }
  }
}
