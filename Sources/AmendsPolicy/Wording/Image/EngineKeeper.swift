/// Keeps compiled languages from one start of the program to the next.
///
/// It must give an image only to the build and with the packs that it was made by: an image of others is
/// read as if it were theirs. A damaged one is noticed, and compiled anew.
public protocol EngineKeeper: Sendable {
  /// The bytes that were kept of a language; nil where there are none that fit.
  func image(of language: String) -> [UInt8]?

  /// Keeps the bytes of a language; failing is no fault, as they can be made again.
  func keep(_ image: [UInt8], of language: String)
}
