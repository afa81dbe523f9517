import Screen

/// What a terminal says of its mouse, as it comes in byte by byte.
///
/// Asked for SGR reports (mode 1006 of xterm, "Mouse Tracking"), terminals send `ESC [ < 0;12;5 M`: button,
/// column and row from 1, `M` for down and `m` for up. Those that do not know the mode send three bytes
/// behind `ESC [ M`, each 32 greater than what it means; read as letters they would be commands. So would the
/// rest of a report that says anything else: it is read away up to its letter, as every sequence is.
struct MouseReport {
  /// How the report is written.
  enum Form {
    case digits
    case threeBytes
  }

  /// What a byte has led to.
  enum Step: Equatable {
    /// There is more to come.
    case more
    /// The report is whole; a press that means nothing here is `nil`.
    case whole(MousePress?)
    /// The byte belongs to something else.
    case broken
  }

  private static let mostBytes = 24
  private let form: Form
  private var bytes: [UInt8] = []

  init(_ form: Form) { self.form = form }

  mutating func take(_ byte: UInt8) -> Step {
    switch form {
    case .digits: takeDigit(byte)
    case .threeBytes: takeOfThree(byte)
    }
  }

  private mutating func takeDigit(_ byte: UInt8) -> Step {
    switch byte {
    case 0x20..<0x40:
      if bytes.count <= Self.mostBytes { bytes.append(byte) }
      return .more
    case UInt8(ascii: "M"): return .whole(press)
    case 0x40..<0x7F: return .whole(nil)
    default: return .broken
    }
  }

  private var isPlain: Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return bytes.count <= Self.mostBytes
      && bytes.allSatisfy { digits.contains($0) || $0 == UInt8(ascii: ";") }
  }

  private var press: MousePress? {
    guard isPlain else { return nil }
    let numbers = bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    return numbers.count == 3 ? Self.press(numbers[0], numbers[1], numbers[2]) : nil
  }

  private mutating func takeOfThree(_ byte: UInt8) -> Step {
    bytes.append(byte)
    guard bytes.count == 3 else { return .more }
    let numbers = bytes.map { Int($0) - 32 }
    return .whole(Self.press(numbers[0], numbers[1], numbers[2]))
  }

  /// What a button means; with shift, alt or control held, and on their way up, buttons mean nothing.
  private static func press(_ button: Int, _ column: Int, _ row: Int) -> MousePress? {
    guard column > 0, row > 0 else { return nil }
    let point = Point(row: row - 1, column: column - 1)
    switch button {
    case 0: return MousePress(.left, at: point)
    case 64: return MousePress(.wheelUp, at: point)
    case 65: return MousePress(.wheelDown, at: point)
    default: return nil
    }
  }
}
