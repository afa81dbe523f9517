import NIOCore
import NIOTLS
import SMTP

/// The end of a connection's pipeline: tells the queue what happens.
final class Listener: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let events: EventQueue
  private let server: MailServer
  /// Whether the connection counts as there only when TLS is.
  private var awaitsTLS: Bool

  init(_ events: EventQueue, server: MailServer) {
    self.events = events
    self.server = server
    awaitsTLS = server.security == .tls
  }

  /// It is added to a connection that is made already.
  func handlerAdded(context: ChannelHandlerContext) {
    guard server.security != .none || context.isLocal else {
      return end(
        "it is on another machine, and without TLS only this one may be written to", context)
    }
    if !awaitsTLS { events.put(.connected) }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard case .handshakeCompleted = event as? TLSUserEvent else { return }
    events.put(awaitsTLS ? .connected : .secured)
    awaitsTLS = false
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = Array(unwrapInboundIn(data).readableBytesView)
    if !events.put(.received(bytes)) { context.close(promise: nil) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    end(FaultWords.of(error, at: server.host), context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    events.put(.lost("it closed the connection"))
  }

  private func end(_ reason: String, _ context: ChannelHandlerContext) {
    events.put(.lost(reason))
    context.close(promise: nil)
  }
}

extension ChannelHandlerContext {
  /// Whether the other end is on this machine.
  fileprivate var isLocal: Bool {
    guard let address = remoteAddress?.ipAddress else { return false }
    return address.hasPrefix("127.") || address == "::1"
  }
}
