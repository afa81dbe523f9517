import NIOCore
import NIOPosix
import NIOSSL
import SMTP
import Synchronization

/// The connection of one conversation, on the program's one thread for connections.
///
/// Everything that happens goes to ``events``, deadlines as well: whoever waits there waits in vain for
/// nothing.
final class Wire: Sendable {
  private struct State {
    var channel: (any Channel)?
    var alarm: Scheduled<Void>?
    var isClosed = false
  }

  let events = EventQueue()
  private let server: MailServer
  private let state = Mutex(State())
  /// Made when the first message is sent; it lasts as long as the program.
  private static let threads = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let loop: any EventLoop

  init(to server: MailServer) {
    self.server = server
    loop = Self.threads.next()
  }

  /// Begins to connect, for no longer than a span.
  ///
  /// Several addresses of a host may be tried at once, so a connection is listened to only when it is the one
  /// that is used, and nothing of it is read before.
  func open(within limit: Duration) {
    let layers: Layers
    do {
      layers = try Layers(events, server)
    } catch {
      events.put(.lost(FaultWords.ofSettings(error, server)))
      return
    }
    ClientBootstrap(group: loop)
      .connectTimeout(TimeAmount(limit))
      .channelOption(.autoRead, value: false)
      .connect(host: server.host, port: server.port)
      .whenComplete { [self] result in
        do {
          try take(result.get(), layers)
        } catch {
          events.put(.lost(FaultWords.of(error, at: server.host)))
        }
      }
  }

  private func take(_ channel: any Channel, _ layers: Layers) throws {
    let isLate = state.withLock { state in
      state.channel = channel
      return state.isClosed
    }
    guard !isLate else { return channel.close(promise: nil) }
    try layers.add(to: channel)
    channel.setOption(.autoRead, value: true).whenFailure { [events] _ in
      events.put(.lost("it closed the connection"))
    }
  }

  /// Sends bytes, and tells the queue when they are out of our hands where that is asked for.
  func write(_ bytes: [UInt8], tells: Bool = false) {
    guard let channel = state.withLock(\.channel) else { return }
    let (events, host) = (events, server.host)
    channel.writeAndFlush(ByteBuffer(bytes: bytes)).whenComplete { result in
      switch result {
      case .success: if tells { events.put(.flushed) }
      case .failure(let error): events.put(.lost(FaultWords.of(error, at: host)))
      }
    }
  }

  /// Puts TLS between this and the server.
  func startTLS() {
    guard let channel = state.withLock(\.channel) else { return }
    let (events, server) = (events, server)
    channel.eventLoop.execute {
      do {
        let tls = try Layers.tls(server)
        try channel.pipeline.syncOperations.addHandler(tls, position: .first)
      } catch {
        events.put(.lost(FaultWords.ofSettings(error, server)))
      }
    }
  }

  /// Ends a turn after a span, unless another turn begins before.
  func setDeadline(_ limit: Duration, ofTurn turn: Int) {
    let events = events
    setAlarm(loop.scheduleTask(in: TimeAmount(limit)) { _ = events.put(.expired(turn: turn)) })
  }

  private func setAlarm(_ alarm: Scheduled<Void>?) {
    let former = state.withLock { state in
      defer { state.alarm = alarm }
      return state.alarm
    }
    former?.cancel()
  }

  /// Closes the connection, now or as soon as it is made.
  func close() {
    setAlarm(nil)
    let channel = state.withLock { state in
      state.isClosed = true
      return state.channel
    }
    channel?.close(promise: nil)
  }
}

/// What lies between the socket and the queue.
private struct Layers {
  private let events: EventQueue
  private let server: MailServer
  private let context: NIOSSLContext?

  init(_ events: EventQueue, _ server: MailServer) throws {
    self.events = events
    self.server = server
    context = server.security == .tls ? try Self.context(server) : nil
  }

  func add(to channel: any Channel) throws {
    let pipeline = channel.pipeline.syncOperations
    if let context { try pipeline.addHandler(Self.tls(server, context)) }
    try pipeline.addHandler(Listener(events, server: server))
  }

  /// TLS of version 1.2 or later, with the certificate and the host's name or address verified.
  static func tls(_ server: MailServer) throws -> NIOSSLClientHandler {
    try tls(server, context(server))
  }

  private static func tls(
    _ server: MailServer,
    _ context: NIOSSLContext
  ) throws -> NIOSSLClientHandler {
    let isAddress = (try? SocketAddress(ipAddress: server.host, port: 0)) != nil
    return try NIOSSLClientHandler(
      context: context, serverHostname: isAddress ? nil : server.host)
  }

  private static func context(_ server: MailServer) throws -> NIOSSLContext {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.minimumTLSVersion = .tlsv12
    configuration.certificateVerification = .fullVerification
    // A farewell is sent, not waited for: a server that talks on could have us listen meanwhile.
    configuration.shutdownTimeout = .zero
    if let file = server.authorities { configuration.trustRoots = .file(file) }
    return try NIOSSLContext(configuration: configuration)
  }
}
