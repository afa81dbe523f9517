/// A JSON number as figures and a power of ten, exact where a `Double` would round.
struct JSONNumber {
  private var figures: Int64 = 0
  private var exponent = 0

  /// Reads a number that the grammar has been checked for; figures beyond 18 count as zeros.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var isNegative = false
    var isFraction = false
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        addExponent(UnsafeBufferPointer(rebasing: bytes[(index + 1)...]))
        index = bytes.count
        continue
      case let byte: add(figure: byte, isFraction)
      }
      index += 1
    }
    if isNegative { figures = -figures }
  }

  /// The value where it is whole and fits.
  var whole: Int64? {
    let (value, isExact) = truncated
    return isExact ? value : nil
  }

  /// The value without its fraction; `nil` where it is too large.
  var integerPart: Int64? { truncated.value }

  private mutating func add(figure byte: UInt8, _ isFraction: Bool) {
    let (tens, tooLarge) = figures.multipliedReportingOverflow(by: 10)
    let (sum, overflow) = tens.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
    if tooLarge || overflow {
      if !isFraction { exponent += 1 }
      return
    }
    figures = sum
    if isFraction { exponent -= 1 }
  }

  private mutating func addExponent(_ bytes: UnsafeBufferPointer<UInt8>) {
    var value = 0
    for byte in bytes where byte >= UInt8(ascii: "0") && value < 100_000 {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    exponent += bytes.first == UInt8(ascii: "-") ? -value : value
  }

  private var truncated: (value: Int64?, isExact: Bool) {
    guard figures != 0 else { return (0, true) }
    var value = figures
    var isExact = true
    for _ in 0..<min(abs(exponent), 20) {
      if exponent < 0 {
        isExact = isExact && value % 10 == 0
        value /= 10
      } else {
        let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
        if overflow { return (nil, false) }
        value = tens
      }
    }
    return (value, isExact)
  }
}
