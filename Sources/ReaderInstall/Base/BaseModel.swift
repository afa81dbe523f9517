public import Digests

/// A base model in the format of the wheel, read where it lies.
///
/// Nothing in the file is trusted: whatever would lead beyond its end is a fault when the model is opened.
public struct BaseModel: Sendable {
  static let mark = Array("E5S1".utf8)

  /// How large its parts are.
  public let shape: BaseShape
  /// Its pieces.
  public let vocabulary: BaseVocabulary
  /// The SHA-256 sum of the file.
  public let checksum: Checksum
  let normalisation: Normalisation
  private let path: String
  private let content: MappedBytes
  private let tensors: [String: BaseParts.Tensor]

  /// Reads what a file that was checked says of itself.
  ///
  /// - Throws: `InstallError.damagedBase`.
  public init(_ base: UnpackedBase) throws(InstallError) {
    let parts: BaseParts
    do throws(FormatFault) {
      parts = try base.content.withBytes { (bytes) throws(FormatFault) in try BaseParts(bytes) }
    } catch {
      throw .damagedBase(path: base.path, reason: error.reason)
    }
    (shape, vocabulary) = (parts.shape, parts.vocabulary)
    (normalisation, tensors) = (parts.normalisation, parts.tensors)
    (path, content, checksum) = (base.path, base.content, base.checksum)
  }

  /// A matrix of the base.
  ///
  /// - Throws: `InstallError.damagedBase` where it has none of this name.
  func matrix(_ name: String) throws(InstallError) -> FourBitMatrix {
    guard let tensor = tensors[name], case .matrix(let outputs, let inputs) = tensor.plan.kind
    else { throw damaged("it has no tensor \(name)") }
    return FourBitMatrix(
      outputs: outputs, inputs: inputs, content: content, start: tensor.bytes.lowerBound)
  }

  /// The floats of a tensor.
  ///
  /// - Throws: `InstallError.damagedBase` where it has none of this name.
  func floats(_ name: String) throws(InstallError) -> [Float] {
    guard let tensor = tensors[name], case .floats = tensor.plan.kind else {
      throw damaged("it has no tensor \(name)")
    }
    return content.withBytes { bytes in
      [Float](copying: UnsafeRawBufferPointer(rebasing: bytes[tensor.bytes]))
    }
  }

  /// How a tensor is kept; nil where there is none of this name.
  func kind(_ name: String) -> TensorPlan.Kind? { tensors[name]?.plan.kind }

  /// The fault of this base.
  func damaged(_ reason: String) -> InstallError { .damagedBase(path: path, reason: reason) }
}
