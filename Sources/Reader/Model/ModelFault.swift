/// Why a model cannot be used.
public enum ModelFault: Error, Equatable, Sendable {
  /// There is no such file.
  case missing
  /// The system does not let it be read; its error number says why.
  case unreadable(errno: Int32)
  /// It is no reader's file at all.
  case foreign
  /// It has the layout of an earlier program.
  case older(version: UInt32)
  /// It has the layout of a later program.
  case newer(version: UInt32)
  /// It ends too early; both counts are of bytes.
  case cut(expected: UInt64, found: UInt64)
  /// It is complete but not what was written.
  case damaged(ModelDamage)
}

/// Where a model is not what was written.
public enum ModelDamage: Equatable, Sendable {
  /// The file is longer than it says.
  case length
  /// The sizes in the header cannot be.
  case shape
  /// A section is not there.
  case missingSection(UInt32)
  /// A section is there twice.
  case repeatedSection(UInt32)
  /// A section lies outside of the file, or not where sections start.
  case misplacedSection(UInt32)
  /// A section has another length than the header's sizes give it.
  case section(UInt32)
  /// The bytes after the header do not have the checksum in it.
  case checksum
}

extension ModelFault: CustomStringConvertible {
  /// What is wrong, in plain words.
  public var description: String {
    switch self {
    case .missing: "the file is missing"
    case .unreadable(let errno): "the file cannot be read (error \(errno))"
    case .foreign: "this is not a reader's file"
    case .older(let version): "the file has version \(version), which is too old"
    case .newer(let version): "the file has version \(version), which is newer than this program"
    case .cut(let expected, let found): "the file is cut: \(found) of \(expected) bytes"
    case .damaged(let damage): "the file is damaged: \(damage)"
    }
  }
}

extension ModelDamage: CustomStringConvertible {
  /// What is wrong, in plain words.
  public var description: String {
    switch self {
    case .length: "it is longer than it says"
    case .shape: "its sizes cannot be"
    case .missingSection(let id): "section \(id) is missing"
    case .repeatedSection(let id): "section \(id) is there twice"
    case .misplacedSection(let id): "section \(id) lies where none can be"
    case .section(let id): "section \(id) has the wrong length"
    case .checksum: "its checksum is wrong"
    }
  }
}
