import Glibc
import Terminal
import Testing

@Suite struct MailboxTests {
  private func isReadable(_ descriptor: Int32) -> Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wanted, 1, 0) == 1
  }

  @Test func messagesComeInOrderAndTheDescriptorTells() throws {
    let mailbox = try Mailbox<Int>()
    #expect(!isReadable(mailbox.descriptor))
    #expect(mailbox.drain().isEmpty)
    mailbox.post(1)
    mailbox.post(2)
    #expect(isReadable(mailbox.descriptor))
    #expect(mailbox.drain() == [1, 2])
    #expect(!isReadable(mailbox.descriptor))
    mailbox.post(3)
    #expect(isReadable(mailbox.descriptor))
    #expect(mailbox.drain() == [3])
  }

  @Test func nothingIsLostBetweenThreads() async throws {
    let mailbox = try Mailbox<Int>()
    await withTaskGroup(of: Void.self) { group in
      for start in 0..<8 {
        group.addTask { for number in 0..<500 { mailbox.post(start * 500 + number) } }
      }
      await group.waitForAll()
    }
    #expect(Set(mailbox.drain()).count == 4000)
    #expect(!isReadable(mailbox.descriptor))
  }
}
