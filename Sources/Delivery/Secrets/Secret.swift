public import SMTP

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A password or token in memory of its own, which is overwritten when nobody holds it any more.
///
/// It has no text, no description and no encoded form: ``withBytes(_:)`` is the only way to it.
public final class Secret: SecretBytes, CustomReflectable {
  /// The longest one, in bytes.
  static let longest = 1 << 14

  /// Written only before the initialiser returns.
  nonisolated(unsafe) private let memory: UnsafeMutableRawBufferPointer
  private let count: Int

  /// Takes the first line of what is written into memory; the memory is overwritten in any case.
  ///
  /// - Parameters:
  ///   - source: Where it comes from, for the fault.
  ///   - write: Writes into the memory and says how many bytes it wrote; one byte more than the longest
  ///     secret fits, so that a longer one is seen.
  /// - Throws: ``SecretFault`` of `write`, and where the line is empty, too long, or holds a control character.
  init(
    from source: String,
    write: (UnsafeMutableRawBufferPointer) throws(SecretFault) -> Int
  ) throws(SecretFault) {
    memory = .allocate(byteCount: Self.longest + 1, alignment: 1)
    do throws(SecretFault) {
      let written = UnsafeRawBufferPointer(memory)[..<(try write(memory))]
      let line = written.prefix { $0 != UInt8(ascii: "\n") }
      let secret = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard !secret.isEmpty else { throw .empty(source) }
      guard secret.count <= Self.longest else { throw .tooLong(source) }
      guard secret.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .controlCharacter(source) }
      count = secret.count
    } catch {
      Self.erase(memory)
      throw error
    }
  }

  deinit { Self.erase(memory) }

  /// Lends the bytes; they must not be kept.
  public func withBytes<Answer>(_ use: (UnsafeRawBufferPointer) -> Answer) -> Answer {
    use(UnsafeRawBufferPointer(rebasing: memory[..<count]))
  }

  /// Nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// Overwrites in a way that no compiler leaves out.
  private static func erase(_ memory: UnsafeMutableRawBufferPointer) {
    if let start = memory.baseAddress { explicit_bzero(start, memory.count) }
    memory.deallocate()
  }
}
