import AmendsPolicy

/// How long the check of a draft takes, in process.
struct CheckBench {
  private static let runs = 2000
  private static let warmUps = 200
  private static let reviewLength = 500

  /// A draft of 2,000 characters as a patient agent writes it.
  static let draft: String = {
    let sentences = [
      "We're sorry that the glass base of your kettle arrived with a crack. ",
      "Our warehouse has checked the batch and found two more, so the packing is changed today. ",
      "A full refund of $34.99 was issued this morning; your bank shows it within three days. ",
      "If you would rather have a new kettle, tell us and it leaves tomorrow with tracking. ",
      "You don't need to send anything back. ",
    ]
    var text = "Hello,\n\n"
    while text.count < 2000 { text += sentences[text.count % sentences.count] }
    return String(text.prefix(2000))
  }()

  /// The figures with how they were obtained.
  ///
  /// - Throws: `Failure` where the program's own packs are at fault.
  func words() throws -> [String] {
    let policy = WordingRules(folder: "").policy
    let compiled = try Self.preparation(policy)
    let kept = try Self.keptPreparation()
    let checks = [2000, 200].map { length in
      let timing = timing(of: String(Self.draft.prefix(length)), policy)
      return "check of a draft of \(length) characters, thread CPU: \(timing.words),"
        + " \(Int(1 / timing.median))/s, \(Self.instructions(length))"
    }
    return try ["English wording rules: read and compiled \(compiled), \(kept)"] + checks + [
      worst(policy), Self.growth(policy), Self.suggestion(),
    ]
  }

  /// How long the English rules take until they can judge.
  private static func preparation(_ policy: WordingPolicy) throws(Failure) -> String {
    let watch = Stopwatch()
    do throws(PackError) {
      try policy.prepare("en")
    } catch {
      throw Failure(.part, error.description)
    }
    return Timing.words(watch.seconds)
  }

  /// The same where they were compiled before, and kept.
  private static func keptPreparation() throws(Failure) -> String {
    let folder = try TemporaryFolder(isKept: false)
    let cache = folder.path + "/cache"
    _ = try preparation(WordingRules(folder: "", cache: cache).policy)
    return try "kept from an earlier start "
      + preparation(WordingRules(folder: "", cache: cache).policy)
  }

  /// Checks a draft so many times and says nothing: what valgrind counts.
  ///
  /// - Throws: `PackError` where the program's own packs are at fault.
  static func onlyCheck(_ times: Int, length: Int) throws(PackError) {
    let policy = WordingRules(folder: "").policy
    try policy.prepare("en")
    let draft = String(draft.prefix(length))
    for _ in 0..<times { _ = policy.check(draft, in: context) }
  }

  private static func instructions(_ length: Int) -> String {
    InstructionCount.ofCheck(length: length).map { "\($0 / 1000) thousand instructions" }
      ?? "instructions not counted (valgrind and strip are not installed)"
  }

  /// How long the suggestion of a review's cause takes.
  private static func suggestion() throws -> String {
    let watch = Stopwatch()
    let analyst = try ReviewWords.analyst()
    let compiled = Timing.words(watch.seconds)
    let review = String(draft.prefix(reviewLength))
    let timing = Timing.ofThread(runs) { _ = analyst.suggestion(for: review) }
    return "cause of a review of \(reviewLength) characters, thread CPU: \(timing.words); words of"
      + " \(analyst.languages.count) languages read and compiled \(compiled)"
  }

  /// The dearest of the adversarial drafts.
  private func worst(_ policy: WordingPolicy) -> String {
    let timings = AdversarialDrafts.all.map { (name: $0.name, timing: timing(of: $0.text, policy)) }
      .sorted { $0.timing.median > $1.timing.median }
    let dearest = timings.prefix(3).map { "\($0.name) \(Timing.words($0.timing.median))" }
    return "dearest of \(timings.count) adversarial drafts of 2,000 bytes, thread CPU, median of"
      + " \(Self.runs): \(dearest.joined(separator: ", "))"
  }

  /// What the memory has grown by over many checks after the first.
  private static func growth(_ policy: WordingPolicy) -> String {
    let checks = 20_000
    for _ in 0..<warmUps { _ = policy.check(draft, in: context) }
    let before = MemoryUse.resident
    for _ in 0..<checks { _ = policy.check(draft, in: context) }
    return "memory after \(checks) checks more: \(MemoryUse.resident - before) KiB more"
  }

  private static let context = DraftContext(
    rating: 1, complaint: "Arrived with a cracked base, water everywhere.", language: "en")

  private func timing(of draft: String, _ policy: WordingPolicy) -> Timing {
    for _ in 0..<Self.warmUps { _ = policy.check(draft, in: Self.context) }
    return Timing.ofThread(Self.runs) { _ = policy.check(draft, in: Self.context) }
  }
}
