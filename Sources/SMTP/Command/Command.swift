/// The commands that are ever sent; each is one line, and no part of any can hold a line end.
enum Command {
  /// Who speaks, asking for what the server can do.
  case hello
  /// Who speaks, to a server of the time before `EHLO`.
  case oldHello
  case startTLS
  /// A line of a login, already in base64.
  case login(String)
  /// From whom; with the message's size where the server wants to know it (RFC 1870).
  case from(EnvelopePath, size: Int?)
  case to(EnvelopePath)
  case data
  /// The end of the message: from here on nobody knows that it was not sent.
  case dot
  case quit

  /// The command as it goes over the wire.
  var bytes: [UInt8] { Array("\(line)\r\n".utf8) }

  private var line: String {
    switch self {
    case .hello: "EHLO \(Self.name)"
    case .oldHello: "HELO \(Self.name)"
    case .startTLS: "STARTTLS"
    case .login(let line): line
    case .from(let path, let size): "MAIL FROM:<\(path.text)>\(size.map { " SIZE=\($0)" } ?? "")"
    case .to(let path): "RCPT TO:<\(path.text)>"
    case .data: "DATA"
    case .dot: "."
    case .quit: "QUIT"
    }
  }

  /// A machine that takes no mail has no name to give (RFC 5321, 4.1.4); which one it is, is nobody's business.
  private static let name = "[127.0.0.1]"
}
