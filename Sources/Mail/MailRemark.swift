/// What had to be mended in a message, or was left out of it.
public enum MailRemark: Hashable, Sendable {
  /// Header fields beyond the limits were left out.
  case headerCut
  /// A line within the header is no field: what follows was taken as the body.
  case headerBroken
  /// A body of several parts has no boundary that is found in it, and was read as one text.
  case noBoundary
  /// The last boundary of a body of several parts is missing: the message may have been cut.
  case noLastBoundary
  /// Parts are nested too deeply, or are too many; some were left out.
  case partsLeftOut
  /// The text is longer than the limit, and was cut.
  case textCut
  /// The bytes do not fit the encoding that was named, and were mended.
  case bytesMended
  /// The text is in a character set that is not known; its letters outside ASCII are lost.
  case unknownCharset(String)
  /// The text is packed in a way that is not known, and is shown as it is.
  case unknownEncoding(String)

  /// The remark in words.
  public var words: String {
    switch self {
    case .headerCut: "its header is too long: not all of it was read"
    case .headerBroken: "its header is broken: what follows the broken line was read as text"
    case .noBoundary: "its parts cannot be told apart: it was read as one text"
    case .noLastBoundary: "its end is missing: it may have been cut"
    case .partsLeftOut: "it has too many parts: not all of them were read"
    case .textCut: "its text is too long: the end is missing"
    case .bytesMended: "some of its bytes are not in the character set that it names"
    case .unknownCharset(let name): "its character set \(name) is not known: letters are missing"
    case .unknownEncoding(let name): "its encoding \(name) is not known"
    }
  }
}
