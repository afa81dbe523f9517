/// Red, green and blue in one value.
struct RGB: Hashable, Sendable {
  var red: Int
  var green: Int
  var blue: Int

  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = Int(red)
    self.green = Int(green)
    self.blue = Int(blue)
  }

  init(level: Int) {
    red = level
    green = level
    blue = level
  }

  init(hex: Int) {
    red = hex >> 16 & 255
    green = hex >> 8 & 255
    blue = hex & 255
  }

  var hex: Int { red << 16 | green << 8 | blue }

  /// The squared distance, weighted as the eye weighs (the "redmean" approximation of CompuPhase).
  func distance(to other: RGB) -> Int {
    let mean = (red + other.red) / 2
    let (r, g, b) = (red - other.red, green - other.green, blue - other.blue)
    return ((512 + mean) * r * r) >> 8 + 4 * g * g + ((767 - mean) * b * b) >> 8
  }
}

/// The colours that terminals are known to have.
enum Palette {
  /// The sixteen ANSI colours in xterm's shades; persons change them, so they only serve to
  /// compare.
  static let ansi: [RGB] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ].map(RGB.init(hex:))

  private static let steps = [0, 95, 135, 175, 215, 255]

  static func direct(_ color: RGB) -> Int {
    color.hex < 16 && color.hex > 0 ? 0x000010 : color.hex
  }

  static func nearestANSI(_ color: RGB, among count: Int) -> Int {
    nearest(color, in: 0..<count) { ansi[$0] }
  }

  /// The nearest of the cube and the greys; the sixteen are left out, as nobody knows their shades.
  static func nearest256(_ color: RGB) -> Int {
    let (red, green, blue) = (step(color.red), step(color.green), step(color.blue))
    let cube = 16 + 36 * red + 6 * green + blue
    let gray = 232 + min(23, max(0, ((color.red + color.green + color.blue) / 3 - 3) / 10))
    return nearest(color, in: [cube, gray], shade: shade256)
  }

  /// The shade of one of the colours from 16 to 255.
  static func shade256(_ index: Int) -> RGB {
    guard index < 232 else { return RGB(level: 8 + 10 * (index - 232)) }
    let cube = index - 16
    return RGB(
      hex: steps[cube / 36] << 16 | steps[cube / 6 % 6] << 8 | steps[cube % 6])
  }

  private static func step(_ level: Int) -> Int {
    nearest(RGB(level: level), in: 0..<6) { RGB(level: steps[$0]) }
  }

  private static func nearest(
    _ color: RGB,
    in indices: some Collection<Int>,
    shade: (Int) -> RGB
  ) -> Int {
    indices.min { color.distance(to: shade($0)) < color.distance(to: shade($1)) } ?? 0
  }
}

extension ANSIColor {
  /// The colour in xterm's shade, as `0xRRGGBB`.
  var hex: Int { Palette.ansi[Int(rawValue)].hex }
}
