/// The messages of an mbox file (RFC 4155), in the dialects `mboxo` and `mboxrd`.
///
/// A line `From …` behind an empty line begins a message; within one it is written `>From …`, and one mark is
/// taken off. The last line may lack its end. Lines of any length are read in pieces.
final class MboxFeed: MessageFeed {
  private static let piece = 1 << 16
  private let window: Window
  private let limit: Int
  private var line = 1
  private var isAtLineStart = true
  private var isBehindBlank = true

  init(_ window: Window, limit: Int) {
    self.window = window
    self.limit = limit
  }

  var position: Int { window.position }
  private(set) var messageBytes = 0

  func next() throws(ImportError) -> FoundMessage? {
    while let line = try drawn(), Self.isBlank(line) { take(line) }
    guard let envelope = try drawn() else { return nil }
    var message = FoundMessage(line: line)
    let isMarked = Self.isEnvelope(envelope)
    if isMarked { take(envelope) }
    while let piece = try drawn() {
      if isAtLineStart, isBehindBlank, Self.isEnvelope(piece), message.size > 0 { break }
      message.append(isAtLineStart ? Self.unquoted(piece) : piece, limit: limit)
      take(piece)
    }
    Self.dropSeparator(&message)
    return message
  }

  /// The next line with its end, or a piece of one that is longer than a piece may be; not consumed yet.
  private func drawn() throws(ImportError) -> UnsafeBufferPointer<UInt8>? {
    var searched = 0
    while true {
      let bytes = window.bytes
      if let feed = bytes.lineFeed(from: searched) {
        return UnsafeBufferPointer(rebasing: bytes[...feed])
      }
      if window.isAtEnd || bytes.count >= Self.piece { return bytes.isEmpty ? nil : bytes }
      searched = bytes.count
      try window.fill()
    }
  }

  private func take(_ piece: UnsafeBufferPointer<UInt8>) {
    let endsLine = piece.last == 0x0A
    isBehindBlank = isAtLineStart && Self.isBlank(piece)
    isAtLineStart = endsLine
    if endsLine { line += 1 }
    messageBytes += piece.count
    window.consume(piece.count)
  }

  private static func isBlank(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.count <= 2 && line.last == 0x0A && line.allSatisfy { $0 == 0x0A || $0 == 0x0D }
  }

  /// Whether a line separates messages: `From `, and somewhere a time of day and a year.
  static func isEnvelope(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.starts(with: "From ".utf8) else { return false }
    let words = String(decoding: line.prefix(300), as: UTF8.self).split(
      whereSeparator: \.isWhitespace)
    return words.contains { $0.contains(":") && $0.first?.isNumber == true }
      && words.contains { $0.utf8.count == 4 && Int($0) != nil }
  }

  private static func unquoted(_ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard line.first == UInt8(ascii: ">") else { return line }
    let rest = line.drop { $0 == UInt8(ascii: ">") }
    return rest.starts(with: "From ".utf8) ? UnsafeBufferPointer(rebasing: line.dropFirst()) : line
  }

  /// The empty line before the next message belongs to the file, not to the message.
  private static func dropSeparator(_ message: inout FoundMessage) {
    guard message.size == message.bytes.count else { return }
    let isWire = message.bytes.suffix(4) == [0x0D, 0x0A, 0x0D, 0x0A]
    guard isWire || message.bytes.suffix(2) == [0x0A, 0x0A] else { return }
    message.bytes.removeLast(isWire ? 2 : 1)
    message.size = message.bytes.count
  }
}
