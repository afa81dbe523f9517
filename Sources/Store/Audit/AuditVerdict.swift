/// The first entry of the audit that is not what was written.
public struct AuditFault: Hashable, Sendable {
  /// What is wrong with it.
  public enum Kind: Hashable, Sendable {
    /// Entries before it are missing.
    case gap
    /// It does not follow the one before.
    case order
    /// Its sum is not that of its content.
    case content
  }

  /// Its number.
  public var number: Int64
  /// What is wrong with it.
  public var kind: Kind

  /// The fault in words.
  public var inWords: String {
    switch kind {
    case .gap: "entry \(number): entries before it are missing"
    case .order: "entry \(number) does not follow the entry before it"
    case .content: "entry \(number) was changed: its sum does not belong to its content"
    }
  }
}

/// What a look over the chain has found.
public struct AuditVerdict: Hashable, Sendable {
  /// How many entries were looked at and are whole.
  public var count = 0
  /// The sum of the last of them in hexadecimal digits.
  public var head = ""
  /// The first entry that is not what was written.
  public var fault: AuditFault?
  /// The number of the entry whose sum was noted elsewhere; `nil` where none has it.
  public var noted: Int64?
  /// How many moves and permits of replies the chain does not tell of: they were made past Amends.
  public var untold = 0

  /// Whether every entry is what was written, none is missing in between, and all moves are told.
  public var isWhole: Bool { fault == nil && untold == 0 }
}
