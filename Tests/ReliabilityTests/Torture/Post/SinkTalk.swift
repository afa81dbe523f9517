import Delivery
import Glibc

/// A conversation with the torture's server; every wait ends after a second and a half.
final class SinkTalk: Sendable {
  private static let patience = timeval(tv_sec: 1, tv_usec: 500_000)
  private let socket: Int32

  init(port: UInt16) throws(CarrierFault) {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var patience = Self.patience
    let size = socklen_t(MemoryLayout<timeval>.size)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(socket, SOL_SOCKET, option, &patience, size)
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    let status = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else {
      throw .transient("cannot connect: \(String(cString: strerror(errno)))")
    }
  }

  deinit { close(socket) }

  func say(_ line: String, expect code: Int) throws(CarrierFault) {
    write(line + "\r\n")
    try expect(code)
  }

  func expect(_ code: Int) throws(CarrierFault) {
    switch answer() {
    case .some(code): return
    case .some(let other) where other >= 500: throw .permanent("the server said \(other)")
    case let other: throw .transient("the server said \(other.map(String.init) ?? "nothing")")
    }
  }

  /// Writes everything; `false` where the server does not take it.
  @discardableResult
  func write(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 || errno == EINTR else { return false }
      rest = rest.dropFirst(max(0, count))
    }
    return true
  }

  /// The code of the next answer; `nil` where there is none, or it is no answer.
  func answer() -> Int? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = recv(socket, &byte, 1, 0)
      guard count > 0 else { return nil }
      guard byte == UInt8(ascii: "\n") else {
        line.append(byte)
        continue
      }
      let text = String(decoding: line, as: UTF8.self)
      if text.dropFirst(3).first == "-" {
        line = []
        continue
      }
      return Int(text.prefix(3)).flatMap { (200...599).contains($0) ? $0 : nil }
    }
  }
}
