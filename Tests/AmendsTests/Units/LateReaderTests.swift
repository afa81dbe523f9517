import AmendsPolicy
import Crypto
import Foundation
import PolicyPacks
import Reader
import ReaderSamples
import Testing

@testable import Amends

@Suite("The second reader, opened when it is needed")
struct LateReaderTests {
  private static let policy = PolicyPacks.policy
  private static let harmless = """
    Hello, we're sorry that the glass base of your kettle arrived with a crack. A full refund was \
    issued today. Nothing else is needed from you.
    """
  private static let lure = "We will refund you once you have updated your review."
  private static let complaint = DraftContext(
    rating: 1, complaint: "Arrived with a cracked base", language: "en")

  private let desk: ProgramDesk

  init() throws { desk = try ProgramDesk() }

  @Test("where there is none, the rules judge alone, and it says how to get one")
  func missing() {
    let reader = LateReader(files: [desk.path("one"), desk.path("two")], mode: .on)
    let words = "the second reader is not installed: run `amends reader install`"
    #expect(reader.file == nil)
    #expect(reader.absence == words)
    #expect(reader.second(Self.policy, Self.lure, DraftContext()) == nil)
    let judge = DraftJudge(policy: Self.policy, reader: reader)
    #expect(judge.readers == "judged by the rules alone: \(words)")
    #expect(judge.readerNames == ["rules"])
    let alone = Self.policy.check(Self.lure, in: Self.complaint)
    #expect(judge.report(Self.lure, Self.complaint) == alone)
    #expect(alone.verdict == .block)
  }

  @Test("where a person has switched it off, no reason is needed, and no file is opened")
  func off() throws {
    let file = try desk.write("reader.amends", "nonsense")
    let reader = LateReader(files: [file], mode: .off)
    #expect(reader.absence == "")
    #expect(reader.file == file)
    let judge = DraftJudge(policy: Self.policy, reader: reader)
    #expect(judge.readers == "judged by the rules alone")
    #expect(judge.readerNames == ["rules"])
  }

  @Test("the first file that is there counts, whatever it holds")
  func first() throws {
    let two = try desk.write("two", "nonsense")
    let three = try desk.write("three", SmallModel.file())
    let reader = LateReader(files: [desk.path("one"), two, three], mode: .on)
    #expect(reader.file == two)
    #expect(
      reader.absence
        == "\(two): this is not a reader's file: run `amends reader install` again")
  }

  @Test("it is opened once: what becomes of the file later is for the next start")
  func once() throws {
    let file = try desk.write("reader.amends", "nonsense")
    let reader = LateReader(files: [file], mode: .on)
    let absence = try #require(reader.absence)
    try FileManager.default.removeItem(atPath: file)
    #expect(reader.absence == absence)
    #expect(reader.file == nil)
  }

  @Test("many threads that ask at once have one answer")
  func threads() throws {
    let file = try desk.write("reader.amends", "nonsense")
    let reader = LateReader(files: [file], mode: .on)
    let absences = concurrently(Array(0..<64)) { _ in reader.absence }
    #expect(absences.count == 64)
    #expect(Set(absences).count == 1)
  }

  @Test("what all cores make of many things comes in their order", arguments: [0, 1, 500])
  func order(_ count: Int) {
    let numbers = Array(0..<count)
    #expect(concurrently(numbers) { $0 * 2 } == numbers.map { $0 * 2 })
  }

  @Test("a whole model is ready, and weighed as the program says", .enabled(if: SmallModel.fits))
  func ready() throws {
    let file = try desk.write("reader.amends", SmallModel.file())
    let (installed, weights) = try InstalledModel.open(file)
    #expect(installed.kernel == .best)
    let own = try JointWeights(json: ReaderFiles.weights)
    #expect(weights == own)
    let reader = LateReader(files: [file], mode: .warn)
    #expect(reader.absence == nil)
    let second = try #require(
      reader.second(Self.policy, Self.harmless, Self.complaint))
    let cases = Self.policy.readerCases(of: Self.harmless, in: Self.complaint)
    #expect(second == SecondOpinion(on: cases, of: installed, weights: own, mode: .warn))
    let judge = DraftJudge(policy: Self.policy, reader: reader)
    #expect(judge.readers == "judged by the rules and the second reader")
    #expect(judge.readerNames == ["rules", "reader"])
  }

  @Test(
    "what only it sees blocks where it may, and else warns", .enabled(if: SmallModel.fits),
    arguments: [(ReaderMode.on, Verdict.block), (.warn, .warn), (.off, .pass)])
  func suspicion(_ mode: ReaderMode, _ verdict: Verdict) throws {
    let report = try judge(mode, logOdds: 1000).report(Self.harmless, Self.complaint)
    #expect(report.verdict == verdict)
    #expect(report.findings.contains { $0.origin == .reading } == (mode != .off))
  }

  @Test(
    "what a rule found stays, however harmless it finds the draft; where it may, it makes a block a warning",
    .enabled(if: SmallModel.fits), arguments: ReaderMode.allCases)
  func rulesStand(_ mode: ReaderMode) throws {
    let judge = try judge(mode, logOdds: -1000)
    let report = judge.report(Self.lure, Self.complaint)
    #expect(report.verdict == (mode == .on ? .warn : .block))
    #expect(report.findings.contains { $0.origin == .rule })
    var strict = Self.complaint
    strict.profile = .strict
    #expect(judge.report(Self.lure, strict).verdict == .block)
    #expect(judge.report(Self.harmless, Self.complaint).verdict == .pass)
  }

  @Test("many threads may ask it, and have what one would have", .enabled(if: SmallModel.fits))
  func manyReadings() throws {
    let judge = try judge(.on, logOdds: 0)
    let drafts = (0..<96).map { "\(Self.harmless) It is parcel \($0 % 7)." }
    let reports = concurrently(drafts) { judge.report($0, Self.complaint) }
    #expect(reports == drafts.map { judge.report($0, Self.complaint) })
  }

  private func judge(_ mode: ReaderMode, logOdds: Float) throws -> DraftJudge {
    let file = try desk.write("reader.amends", SmallModel.file(logOdds: logOdds))
    return DraftJudge(
      policy: Self.policy, reader: LateReader(files: [file], mode: mode))
  }
}

extension LateReader {
  /// Why it cannot be asked; nil where it can.
  fileprivate var absence: String? {
    if case .absent(let reason) = standing { reason } else { nil }
  }
}

/// A model of a few kilobytes that knows nothing, for tests that need a whole file.
enum SmallModel {
  /// The SHA-256 of the adapter that the program carries.
  static let adapter = Array(SHA256.hash(data: ReaderFiles.adapter))

  private static let adapterHash = SHA256.hash(data: ReaderFiles.adapter).map {
    String($0 / 16, radix: 16) + String($0 % 16, radix: 16)
  }.joined()

  /// Whether the program takes a model that was made with its adapter: not before it carries trained weights.
  static var fits: Bool {
    (try? JointWeights(json: ReaderFiles.weights))?.adapter == adapterHash
  }

  /// The number of the file's layout.
  static let version: UInt32 = 1

  private static let sample = SampleModel(
    shape: ModelShape(hidden: 64, layers: 1, heads: 2, feedForward: 144, pieces: 0),
    pieces: [("\u{2581}", -1), ("a", -2), ("e", -2), ("\u{2581}query", -3)],
    normalisation: [(0xA0, [0x20])])

  /// The bytes of a model file.
  ///
  /// - Parameters:
  ///   - adapter: the SHA-256 of the adapter that it was made with.
  ///   - logOdds: what is added to the log odds of every output.
  ///   - version: the number of its layout.
  /// - Returns: the whole file, with the checksum of what it holds.
  static func file(
    adapter: [UInt8] = SmallModel.adapter, logOdds: Float = 0,
    version: UInt32 = SmallModel.version
  ) -> Data {
    let file = sample.file
    var body = file.body
    let biases = [Float](repeating: logOdds, count: sample.shape.outputs)
    biases.withUnsafeBytes {
      body.replaceSubrange(placeOfBiases..<placeOfBiases + $0.count, with: $0)
    }
    var header = file.header(bodyHash: Array(SHA256.hash(data: body)))
    header.replaceSubrange(88..<120, with: adapter)
    withUnsafeBytes(of: version) { header.replaceSubrange(8..<12, with: $0) }
    return Data(header + body)
  }

  /// Where the biases of the outputs lie behind the header: the head is the tenth section.
  private static var placeOfBiases: Int {
    let header = sample.file.header(bodyHash: [UInt8](repeating: 0, count: 32))
    let head = header.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: 512 + 9 * 24 + 8, as: UInt64.self)
    }
    let shape = sample.shape
    return Int(head) - header.count + 4 * shape.hidden * (1 + 2 * shape.outputs)
  }
}
