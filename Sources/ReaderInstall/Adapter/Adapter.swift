import AmendsPolicy
public import Digests

/// What training changed of the base, and the heads that it made.
public struct Adapter: Sendable {
  static let mark = Array("AMENDSAD".utf8)
  /// How large an adapter may be, in bytes.
  public static let mostBytes = 4 << 20
  /// How many judgements the heads give.
  static let outputs = ReaderOpinion.Output.allCases.count

  /// The SHA-256 sum of the adapter itself.
  public let checksum: Checksum
  /// The parts of the heads.
  let head: Head
  private let tensors: [String: Matrix]

  /// Floats in rows.
  struct Matrix: Equatable {
    var rows: Int
    var columns: Int
    var values: [Float]
  }

  /// What is done to a matrix of the base: left x right is added.
  struct Change {
    var left: Matrix
    var right: Matrix
  }

  /// What judges by the encoder's vectors.
  struct Head: Equatable {
    var attention: [Float]
    var weights: [Float]
    var biases: [Float]
    var pointerWeights: [Float]
    var pointerBias: [Float]
  }

  /// Reads an adapter and makes sure that it belongs to a base and fits it.
  ///
  /// - Throws: `InstallError`, `foreignAdapter` where it was trained on another base.
  public init(_ bytes: [UInt8], for base: BaseModel) throws(InstallError) {
    guard bytes.count <= Self.mostBytes else {
      throw .damagedAdapter(
        reason: "it should have at most \(Self.mostBytes) bytes, and has \(bytes.count)")
    }
    let file: AdapterFile
    do throws(FormatFault) {
      file = try AdapterFile(bytes)
    } catch {
      throw .damagedAdapter(reason: error.reason)
    }
    guard file.base == base.checksum else {
      throw .foreignAdapter(expected: base.checksum, found: file.base)
    }
    do throws(FormatFault) {
      let fit = AdapterFit(base, file.tensors)
      try fit.check()
      head = try fit.head()
    } catch {
      throw .damagedAdapter(reason: error.reason)
    }
    tensors = file.tensors
    checksum = bytes.withBytes { Checksum(of: $0) }
  }

  /// What is added to a matrix of the base; nil where it stays as it is.
  func change(of name: String) -> Change? {
    guard let left = tensors["\(name).left"], let right = tensors["\(name).right"] else {
      return nil
    }
    return Change(left: left, right: right)
  }

  /// What is added to the floats of the base; nil where they stay as they are.
  func difference(of name: String) -> [Float]? { tensors[name]?.values }
}
