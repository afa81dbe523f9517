import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Undo and recall")
struct UndoTests {
  @Test("The newest is undone first, each once")
  func order() {
    var driver = Driver(Sample.desk)
    driver.press("tdje")
    #expect(driver.press("u") == [.restore([ReviewID(2): .open])])
    #expect(driver.status == "undone: closed on 1")
    #expect(driver.press("u") == [.setCauses([ReviewID(1): nil])])
    #expect(driver.status == "undone: cause set on 1")
    #expect(driver.press("u") == [.bell])
    #expect(driver.status == "there is nothing to undo")
  }

  @Test("What is done after undoing can be undone again")
  func afterUndo() {
    var driver = Driver(Sample.desk)
    driver.press("tdutl")
    #expect(driver.press("u") == [.setCauses([ReviewID(1): nil])])
  }

  @Test("A failed undo does not swallow the next one")
  func failed() {
    var driver = Driver(Sample.desk)
    driver.press("td")
    driver.isAnswering = false
    driver.press("u")
    driver.answer(.failed("the desk is busy: try again"))
    driver.isAnswering = true
    driver.press("tl")
    #expect(driver.press("u") == [.setCauses([ReviewID(1): nil])])
  }

  @Test("A queued reply is recalled by undo, and is a draft again")
  func recall() {
    var driver = Sample.composing(SampleDraft.clean)
    driver.press("<ctrl-s>")
    let id = driver.queued.first?.id
    #expect(driver.press("u") == id.map { [.recall($0)] })
    #expect(driver.status == "recalled: it is a draft again, c opens it")
  }

  @Test("A fact is taken back by undo")
  func fact() {
    var driver = Driver(Sample.desk)
    driver.press("<enter>Oy")
    #expect(driver.press("u") == [.retract(EventID(1))])
  }
}
