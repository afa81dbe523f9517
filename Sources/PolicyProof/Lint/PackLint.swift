public import AmendsPolicy

/// Looks for what is wrong with packs although they compile.
///
/// Whether examples would notice a fault in a guard, a mask or a scope is measured by ``MutationTrial``.
public struct PackLint: Sendable {
  /// Something that was found.
  public struct Complaint: Equatable, Sendable, CustomStringConvertible {
    /// How bad it is.
    public enum Level: String, Sendable {
      /// The pack should not be used.
      case error
      /// The pack is not proven, or out of date.
      case warning
    }

    /// Where it is.
    public var origin: Origin
    /// How bad it is.
    public var level: Level
    /// What it is, and what was expected.
    public var reason: String

    /// The complaint in the compilers' form `file:line: level: reason`.
    public var description: String { "\(origin): \(level.rawValue): \(reason)" }
  }

  private let packs: [RulePack]
  private let today: Instant

  /// The fewest examples of each kind that prove a rule in a language.
  private static let leastExamples = 5
  /// After so many days a source is read again.
  private static let freshDays = 180

  /// Prepares a look at packs.
  ///
  /// - Parameters:
  ///   - packs: The packs.
  ///   - today: The day by which sources are old.
  public init(_ packs: [RulePack], today: Instant) {
    self.packs = packs
    self.today = today
  }

  /// Everything that was found, by file and line.
  ///
  /// - Throws: `PackError` where the packs do not compile.
  public func complaints() throws(PackError) -> [Complaint] {
    let policy = try WordingPolicy(packs: packs)
    let all = examples(policy) + concepts() + sources()
    return all.sorted {
      ($0.origin.file, $0.origin.line, $0.reason) < ($1.origin.file, $1.origin.line, $1.reason)
    }
  }

  // MARK: Examples and rewrites

  private func examples(_ policy: WordingPolicy) -> [Complaint] {
    policy.languages.flatMap { language in
      packs.flatMap(\.rules).filter { $0.status != .retired }.flatMap { rule in
        complaints(about: rule, in: language, policy)
      }
    }
  }

  private func complaints(
    about rule: Rule, in language: String, _ policy: WordingPolicy
  ) -> [Complaint] {
    let local = packs.filter { $0.language == language }.flatMap(\.localRules)
      .filter { $0.rule == rule.id }
    let examples = rule.examples + local.flatMap(\.examples)
    let fails = examples.filter { $0.expectation != .pass }
    let place = local.first?.origin ?? rule.origin
    var complaints: [Complaint] = []
    for (count, kind) in [(fails.count, "fail"), (examples.count - fails.count, "pass")]
    where count < Self.leastExamples {
      complaints.append(
        Complaint(
          origin: place, level: count == 0 ? .error : .warning,
          reason: "\(rule.id) has \(count) examples of kind “\(kind)” in “\(language)”;"
            + " \(Self.leastExamples) are expected"))
    }
    let rewrite = local.lazy.compactMap(\.rewrite).first ?? rule.rewrite
    return complaints + unclear(rewrite, for: rule, fails, language, place, policy)
  }

  /// A rewrite is there, and put in the place of a failing draft it clears the finding.
  private func unclear(
    _ rewrite: String, for rule: Rule, _ fails: [Example], _ language: String, _ place: Origin,
    _ policy: WordingPolicy
  ) -> [Complaint] {
    guard !rewrite.isEmpty else {
      if rule.detector?.hasRewrite == false { return [] }
      let reason = "\(rule.id) proposes no wording in “\(language)”"
      return [Complaint(origin: place, level: .warning, reason: reason)]
    }
    return fails.compactMap { example in
      var context = example.context
      context.language = context.language ?? language
      let report = policy.check(rewrite, in: context)
      guard report.findings.contains(where: { $0.rule == rule.id }) else { return nil }
      return Complaint(
        origin: example.origin, level: .error,
        reason: "the rewrite of \(rule.id) does not clear its finding here")
    }
  }

  // MARK: Concepts

  private func concepts() -> [Complaint] {
    let used = usedNames
    return packs.flatMap(\.concepts).filter { !used.contains($0.name) }.map { concept in
      Complaint(
        origin: concept.origin, level: .warning, reason: "nothing uses the concept \(concept.name)")
    }
  }

  private var patterns: [Pattern] {
    packs.flatMap { $0.constructions.flatMap(\.patterns) + $0.rules.flatMap(\.finds) }
  }

  private var usedNames: Set<String> {
    var names: Set<String> = []
    for pattern in patterns {
      names.formUnion(pattern.slots.joined())
      names.formUnion(pattern.earlier.joined())
      for excuse in pattern.guards { names.formUnion(excuse.concepts + excuse.stops) }
    }
    for pack in packs {
      for group in pack.groups { names.formUnion(group.members) }
      for rule in pack.rules { names.formUnion(rule.absent) }
      for evidence in pack.evidence {
        names.formUnion(evidence.weights.map(\.name) + evidence.vetoes)
      }
    }
    return names
  }

  // MARK: Sources

  private func sources() -> [Complaint] {
    packs.flatMap { pack in
      pack.sources.sorted { $0.key < $1.key }.compactMap { id, source -> Complaint? in
        let origin = pack.rules.first { $0.cite == id }?.origin ?? Origin(file: pack.id, line: 1)
        guard let checked = Instant(day: source.checked) else {
          return Complaint(
            origin: origin, level: .error,
            reason: "the source “\(id)” was checked on no day: “\(source.checked)”")
        }
        let days = (today.milliseconds - checked.milliseconds) / 86_400_000
        guard days > Self.freshDays else { return nil }
        return Complaint(
          origin: origin, level: .warning,
          reason: "the source “\(id)” was checked \(days) days ago; read it again")
      }
    }
  }
}

extension Detector {
  /// Whether there is a wording that mends what it finds.
  fileprivate var hasRewrite: Bool {
    switch self {
    case .length, .orderNumber: false
    case .contact, .format, .acknowledgement, .personal: true
    }
  }
}

extension Instant {
  /// The begin, in UTC, of a day written as YYYY-MM-DD; nil for anything else.
  fileprivate init?(day: String) {
    let parts = day.split(separator: "-").map { Int64($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let date = parts[2],
      (1...12).contains(month), (1...31).contains(date)
    else { return nil }
    // Days from the civil calendar, after Howard Hinnant's `days_from_civil`.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + date - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(milliseconds: (era * 146_097 + dayOfEra - 719_468) * 86_400_000)
  }
}
