import CReader

/// A way to do the arithmetic.
///
/// All give the same numbers to the last bit, some sooner: where an activation is rounded
/// the other way, a logit is off by more than any tolerance one would want.
public enum Kernel: String, CaseIterable, Sendable {
  /// AVX-512 with VNNI: recent servers, and desktops since Zen 4.
  case avx512
  /// AVX2: x86 since about 2013.
  case avx2
  /// NEON with dot products: ARM since about 2018.
  case neonDot
  /// NEON: every 64-bit ARM.
  case neon
  /// What a compiler makes of plain C.
  case portable

  /// Those that this machine can run, the fastest first.
  public static var available: [Kernel] {
    allCases.filter { reader_kernel($0.kind) != nil }
  }

  /// The fastest that this machine can run.
  public static var best: Kernel { available.first ?? .portable }

  /// Its operations; those of plain C where the machine cannot run it.
  var operations: reader_kernel {
    guard let found = reader_kernel(kind) ?? reader_kernel(reader_kernel_portable) else {
      preconditionFailure("plain C runs everywhere")
    }
    return found.pointee
  }

  private var kind: reader_kernel_kind {
    switch self {
    case .avx512: reader_kernel_avx512
    case .avx2: reader_kernel_avx2
    case .neonDot: reader_kernel_neon_dot
    case .neon: reader_kernel_neon
    case .portable: reader_kernel_portable
    }
  }
}
