import Foundation

/// An address of this machine that others could reach, for what must not be written to.
enum OwnAddress {
  /// A listening socket, closed with this value.
  final class Listener {
    let port: Int
    private let descriptor: Int32

    fileprivate init(descriptor: Int32, port: Int) {
      self.descriptor = descriptor
      self.port = port
    }

    deinit { close(descriptor) }
  }

  /// The first IPv4 address that is not 127.x; `nil` where there is none.
  static func find() -> String? {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return nil }
    defer { freeifaddrs(list) }
    return sequence(first: list, next: { $0?.pointee.ifa_next }).lazy
      .compactMap { $0?.pointee.ifa_addr }
      .filter { $0.pointee.sa_family == AF_INET }
      .map { $0.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { $0.pointee.sin_addr } }
      .map { String(cString: inet_ntoa($0)) }
      .first { !$0.hasPrefix("127.") }
  }

  static func listen(at address: String) throws -> Listener {
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    inet_pton(AF_INET, address, &place.sin_addr)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    let isListening = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) == 0 && Foundation.listen(descriptor, 1) == 0
          && getsockname(descriptor, pointer, &length) == 0
      }
    }
    guard isListening else { throw CocoaError(.fileReadUnknown) }
    return Listener(descriptor: descriptor, port: Int(UInt16(bigEndian: place.sin_port)))
  }
}
