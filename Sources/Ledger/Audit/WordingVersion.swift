public import AmendsPolicy

/// Which wording judged a text: enough to have it judged again in the same way.
public struct WordingVersion: Hashable, Sendable {
  /// The program, such as `amends 0.5.0`.
  public var program: String
  /// The SHA-256 sum over all rule packs in force, in hexadecimal digits.
  public var packs: String
  /// How harshly it judged.
  public var profile: Profile
  /// The SHA-256 sum of the second reader's training; `nil` where the rules judged alone.
  public var reader: String?

  /// A version with all its parts.
  public init(program: String, packs: String, profile: Profile, reader: String?) {
    self.program = program
    self.packs = packs
    self.profile = profile
    self.reader = reader
  }

  /// The version as the audit has it.
  public var details: AuditDetails {
    [
      .program: program, .packs: packs, .profile: profile.rawValue, .reader: reader ?? "none",
    ]
  }
}

/// What only the caller knows of a message that is about to leave, for the audit.
public struct LeavingNotes: Hashable, Sendable {
  /// Which wording judged it last.
  public var wording: WordingVersion?
  /// The mail's `Message-ID`, as its header has it; `nil` where it is no mail.
  public var messageID: String?

  /// Notes; what is not said is not noted.
  public init(wording: WordingVersion? = nil, messageID: String? = nil) {
    self.wording = wording
    self.messageID = messageID
  }

  /// The notes as the audit has them.
  public var details: AuditDetails {
    var details = wording?.details ?? AuditDetails()
    details[.messageID] = messageID
    return details
  }
}
