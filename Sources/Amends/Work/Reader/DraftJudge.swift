import AmendsPolicy

/// The rules and the second reader together, for drafts that nobody is typing.
struct DraftJudge: Sendable {
  let policy: WordingPolicy
  let reader: LateReader

  /// Judges a draft; waits for the reader.
  func report(_ draft: String, _ context: DraftContext) -> DraftReport {
    policy.check(draft, in: context, second: reader.second(policy, draft, context))
  }

  /// Who judges, for people.
  var readers: String {
    switch reader.standing {
    case .ready: "judged by the rules and the second reader"
    case .absent(""): "judged by the rules alone"
    case .absent(let reason): "judged by the rules alone: \(reason)"
    }
  }

  /// Who judges, for programs.
  var readerNames: [String] {
    if case .ready = reader.standing { ["rules", "reader"] } else { ["rules"] }
  }
}

extension Workplace {
  /// The second reader: that of this desk, else that of this person.
  func reader(_ mode: ReaderMode? = nil) -> LateReader {
    LateReader(
      files: [places.readerFile, Places(desk: nil).readerFile],
      allowed: AllowedReadings(file: places.allowedReadings),
      mode: mode ?? configuration.reader)
  }
}
