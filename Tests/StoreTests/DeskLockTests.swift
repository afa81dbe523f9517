import Foundation
import Synchronization
import Testing

@testable import Store

@Suite("The lock around everything that is written")
final class DeskLockTests {
  private let path = NSTemporaryDirectory() + "amends-lock-" + UUID().uuidString

  init() throws { try Data().write(to: URL(fileURLWithPath: path)) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @Test("who waits gets it when it is given back")
  func waits() throws {
    let first = try DeskLock(path, patience: 20)
    let second = try DeskLock(path, patience: 20)
    let hasEnded = Mutex(false)
    let waiting = DispatchSemaphore(value: 0)
    try first.hold {
      Thread.detachNewThread {
        try? second.hold { #expect(hasEnded.withLock { $0 }) }
        waiting.signal()
      }
      hasEnded.withLock { $0 = true }
    }
    waiting.wait()
  }

  @Test("who waits is seen by everybody else, until its turn has come or it is gone")
  func line() throws {
    let file = open(path, O_RDWR)
    defer { close(file) }
    let holder = try DeskLock(path, patience: 0)
    let turn = DeskTurn(file: open(path, O_RDWR))
    #expect(WaitingLine.isEmpty(file))
    let hasCome = DispatchSemaphore(value: 0)
    try holder.hold {
      Thread.detachNewThread {
        try? turn.wait(seconds: 20)
        hasCome.signal()
      }
      while WaitingLine.isEmpty(file) { sched_yield() }
    }
    hasCome.wait()
    #expect(WaitingLine.isEmpty(file))
    turn.end()
    let gone = open(path, O_RDWR)
    WaitingLine.join(gone)
    #expect(!WaitingLine.isEmpty(file))
    close(gone)
    #expect(WaitingLine.isEmpty(file))
  }

  @Test("who loses patience is told so, and stands in nobody's way later")
  func losesPatience() throws {
    let holder = try DeskLock(path, patience: 0)
    let hasty = try DeskLock(path, patience: 0)
    try holder.hold {
      _ = #expect(throws: DeskError.busy) { try hasty.hold {} }
    }
    try DeskLock(path, patience: 20).hold {}
  }

  @Test("a fault of the work is passed on, and the lock given back")
  func fault() throws {
    let lock = try DeskLock(path, patience: 0)
    #expect(throws: DeskError.diskFull) { try lock.hold { () -> Void in throw DeskError.diskFull } }
    try DeskLock(path, patience: 0).hold {}
  }
}
