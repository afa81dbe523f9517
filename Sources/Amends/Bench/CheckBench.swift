import AmendsPolicy

/// How long the check of a draft takes, in process.
struct CheckBench {
  private static let runs = 2000
  private static let warmUps = 200

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
    let ready = Stopwatch()
    let policy = WordingRules(folder: "").policy
    do throws(PackError) {
      try policy.prepare("en")
    } catch {
      throw Failure(.part, error.description)
    }
    let lines = ["English wording rules read and compiled: \(Timing.words(ready.seconds))"]
    return lines
      + [2000, 200].map { length in
        let timing = timing(of: String(Self.draft.prefix(length)), policy)
        let rate = Int(1 / timing.median)
        return "check of a draft of \(length) characters, in process: \(timing.words), \(rate)/s"
      }
  }

  private func timing(of draft: String, _ policy: WordingPolicy) -> Timing {
    let context = DraftContext(
      rating: 1, complaint: "Arrived with a cracked base, water everywhere.", language: "en")
    for _ in 0..<Self.warmUps { _ = policy.check(draft, in: context) }
    return Timing.of(Self.runs) { _ = policy.check(draft, in: context) }
  }
}
