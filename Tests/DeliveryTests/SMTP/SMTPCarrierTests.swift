import AmendsPolicy
import Foundation
import Ledger
import MailServers
import SMTP
import SMTPClient
import Synchronization
import Testing

@testable import Delivery

@Suite(
  "SMTP as a carrier", .serialized,
  .enabled(if: Certificates.areThere))
struct SMTPCarrierTests {
  private static let recording = Result { try RecordingServer() }
  private static let variable = "AMENDS_TEST_SMTP_SECRET"
  private let hostile: HostileServer
  private let uptime = Uptime()

  init() throws {
    setenv(Self.variable, RecordingServer.secret, 1)
    hostile = try HostileServer()
  }

  /// How long the machine has been up, as the test says.
  private final class Uptime: Sendable {
    private let passed = Mutex(Duration.seconds(1_000))

    var now: Duration { passed.withLock(\.self) }

    func pass(_ span: Duration) { passed.withLock { $0 += span } }
  }

  private func carrier(
    _ server: MailServer, secret: SecretReference? = .variable(variable)
  ) throws -> SMTPCarrier {
    let user = try #require(UserName(RecordingServer.name))
    let uptime = uptime
    return SMTPCarrier(
      server, sender: try Sample.shop(), login: secret.map { MailLogin(user: user, secret: $0) },
      deadlines: Deadlines(usual: .seconds(60)), uptime: { uptime.now })
  }

  private func sender(_ desk: MemoryDesk, _ carrier: SMTPCarrier) -> Sender<
    MemoryDesk, FixedWording, SMTPCarrier
  > {
    Sender(desk: desk, wording: FixedWording(), carrier: carrier, owner: Sample.owner)
  }

  @Test(
    "a due reply leaves with the bytes that the Maildir would have got",
    arguments: Security.allCases)
  func leaves(_ security: Security) throws {
    let server: RecordingServer
    do {
      server = try Self.recording.get()
    } catch let missing as Missing {
      print(missing)
      return
    }
    let count = try server.messages().count
    let desk = MemoryDesk([Sample.item()])
    let carrier = try carrier(server.server(security))
    #expect(try sender(desk, carrier).step(at: Sample.now) == .sent(Sample.id))
    #expect(desk.item()?.state == .sent)
    let messages = try server.messages()
    #expect(messages.count == count + 1)
    let meant = try MailMessage(
      Letter(Sample.claim()), from: try Sample.shop(), at: Sample.now)
    #expect(messages.last?.bytes == meant.bytes(.carriageReturnLineFeed))
    #expect(messages.last?.to == [Sample.relay])
    #expect(messages.last?.from == "service@shop.example")
    #expect(messages.last?.user == RecordingServer.name)
  }

  /// What a server says where, and what it comes to before the permit.
  private static let before: [(Misbehaviour, CarrierFault)] = [
    (
      says("RCPT", "550 5.1.1 gone"), .permanent("the server refused the recipient: 550 5.1.1 gone")
    ),
    (says("DATA", "554 no"), .permanent("the server refused DATA: 554 no")),
    (says("RCPT", "451 wait"), .transient("the server refused the recipient: 451 wait")),
    (says("MAIL", "553 not you"), .transient("the server refused the sender: 553 not you")),
    (says("AUTH", "535 wrong"), .transient("the server refused the login: 535 wrong")),
    (says("greeting", "554 no"), .transient("the server refused the connection: 554 no")),
    (says("EHLO", "250 mx"), .transient(Reason.noMechanism.inWords)),
  ]

  private static func says(_ phase: String, _ text: String) -> Misbehaviour {
    Misbehaviour(phase, "says", .tls, text: text + "\r\n")
  }

  @Test("before the permit: the message's own fault, or one that concerns all", arguments: before)
  func beforePermit(_ row: (Misbehaviour, CarrierFault)) throws {
    let carrier = try carrier(hostile.expect(row.0))
    #expect(throws: row.1) {
      try carrier.prepare(
        Sample.letter(), as: Fence(item: Sample.id, number: 1), at: Sample.now)
    }
    #expect(try !hostile.end().holdsDot)
  }

  @Test("a message that is too large for a server is the message's own fault")
  func tooLarge() throws {
    let server = try hostile.expect(Self.says("EHLO", "250-mx\r\n250 SIZE 99"))
    let carrier = try carrier(server, secret: nil)
    #expect(throws: CarrierFault.permanent("the message is larger than the server's 99 bytes")) {
      try carrier.prepare(
        Sample.letter(), as: Fence(item: Sample.id, number: 1), at: Sample.now)
    }
  }

  private func outcome(_ misbehaviour: Misbehaviour, asleep: Duration = .zero) throws -> Outcome {
    let carrier = try carrier(hostile.expect(misbehaviour))
    let ready = try carrier.prepare(
      Sample.letter(), as: Fence(item: Sample.id, number: 1), at: Sample.now)
    uptime.pass(asleep)
    return ready.leave()
  }

  @Test("after the permit: what the server says of the dot decides")
  func afterPermit() throws {
    #expect(try outcome(Self.says("dot", "250 ok")) == .sent)
    #expect(try hostile.end().holdsDot)
    let later = try outcome(Self.says("dot", "451 4.3.0 later"))
    #expect(later == .deferred(reason: "the server refused the message: 451 4.3.0 later"))
    _ = try hostile.end()
    let never = try outcome(Self.says("dot", "554 5.7.1 no"))
    #expect(never == .refused(reason: "the server refused the message: 554 5.7.1 no"))
    _ = try hostile.end()
    guard case .lost(let reason) = try outcome(Misbehaviour("dot", "closes", .tls)) else {
      Issue.record("not lost")
      return
    }
    #expect(reason.contains("<\(Sample.id.text)@amends.shop.example>"))
    #expect(try hostile.end().holdsDot)
  }

  @Test("half a second after the server's consent the dot is not written any more")
  func stale() throws {
    let fresh = try outcome(Self.says("dot", "250 ok"), asleep: .milliseconds(499))
    #expect(fresh == .sent)
    _ = try hostile.end()
    for asleep in [Duration.milliseconds(500), .seconds(7_200)] {
      guard case .deferred(let reason) = try outcome(Self.says("dot", "250 ok"), asleep: asleep)
      else {
        Issue.record("it left after \(asleep)")
        return
      }
      #expect(reason.contains("asleep"))
      #expect(try !hostile.end().holdsDot)
    }
  }

  @Test("without a permit nothing leaves")
  func discarded() throws {
    let desk = MemoryDesk([Sample.item()])
    desk.change { $0.reviewChange = .changed }
    let carrier = try carrier(hostile.expect(Misbehaviour("never", "nothing", .tls)))
    let outcome = try sender(desk, carrier).step(at: Sample.now)
    #expect(outcome == .held(Sample.id, .obstacle(.review(.changed))))
    #expect(try !hostile.end().holdsDot)
  }

  @Test("a secret that cannot be had is told before anything is connected")
  func noSecret() throws {
    let nobody = MailServer(host: "127.0.0.1", port: 1, security: .tls)
    let carrier = try carrier(nobody, secret: .variable("AMENDS_TEST_NO_SUCH"))
    let fault = CarrierFault.transient(SecretFault.noVariable("AMENDS_TEST_NO_SUCH").inWords)
    #expect(throws: fault) {
      try carrier.prepare(
        Sample.letter(), as: Fence(item: Sample.id, number: 1), at: Sample.now)
    }
  }

  @Test(
    "after a crash nothing can be known; without a permit the item just waits again",
    arguments: TakenState.allCases)
  func recovery(_ state: TakenState) throws {
    let desk = MemoryDesk([Sample.item()])
    let claim = try #require(try desk.claimDue(at: Sample.now, by: Sample.owner))
    if state == .committing { _ = try desk.commit(claim.fence, at: Sample.now) }
    let nobody = MailServer(host: "127.0.0.1", port: 1, security: .tls)
    let recovery = Recovery(desk: desk, tracer: try carrier(nobody), isGone: { _ in true })
    let found = try recovery.run(at: Sample.now)
    #expect(found == [state == .sending ? .queuedAgain(Sample.id) : .uncertain(Sample.id)])
  }
}
