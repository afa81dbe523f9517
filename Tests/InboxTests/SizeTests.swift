import Screen
import Testing

@testable import Inbox

@Suite("Every screen in every size")
struct SizeTests {
  private static let sizes = [
    (0, 0), (1, 1), (2, 5), (3, 20), (10, 40), (24, 80), (80, 300), (1, 300), (80, 1),
  ].map { Size(rows: $0.0, columns: $0.1) }

  @Test("Nothing breaks, the picture has the size asked for, and the cursor is inside")
  func sizes() {
    for (name, driver) in EveryScreen.states {
      var driver = driver
      for size in Self.sizes {
        driver.resize(size)
        let frame = driver.frame()
        #expect(frame.grid.size == size, "\(name) at \(size)")
        if let cursor = frame.cursor {
          #expect(size.bounds.contains(cursor), "\(name) at \(size): \(cursor)")
        }
      }
    }
  }

  @Test("A picture of another size than the last one told is whole as well")
  func otherSize() {
    for (name, driver) in EveryScreen.states {
      for size in Self.sizes {
        #expect(driver.frame(size).grid.size == size, "\(name) at \(size)")
      }
    }
  }

  @Test("Where something is asked for, the cursor is there at 80x24 and at 40x10")
  func cursors() {
    let asking = ["search", "filter", "import", "merge", "palette", "form", "note", "findings"]
    for (name, driver) in EveryScreen.states where asking.contains(name) {
      for size in [Size(rows: 24, columns: 80), Size(rows: 10, columns: 40)] {
        var driver = driver
        driver.resize(size)
        #expect(driver.frame().cursor != nil, "\(name) at \(size)")
      }
    }
  }

  @Test("The answers to every question are in sight at 40x10")
  func answers() {
    for (name, driver) in EveryScreen.states {
      var driver = driver
      driver.resize(Size(rows: 10, columns: 40))
      switch driver.inbox.layers.last {
      case .choice(let choice):
        for option in choice.options {
          #expect(driver.text.contains("\(option.key)  \(option.words.prefix(9))"), "\(name)")
        }
        #expect(driver.text.contains("escape"), "\(name)")
      case .handOver:
        for key in ["y  ", "n  ", "c  "] { #expect(driver.text.contains("│ \(key)"), "\(name)") }
      default: break
      }
    }
  }

  @Test("Every state of the list is told in words, not by colour alone")
  func withoutColour() {
    var driver = Driver(Sample.desk)
    driver.press("xj")
    let rows = driver.frame(theme: .mono).grid.text()
    #expect(rows[2].hasPrefix("•★"))
    #expect(rows[4].hasPrefix("▌★"))
    for words in ["ready", "in 1d", "reply due", "overdue", "until they", "never:", "queued"] {
      #expect(rows.contains { $0.contains(words) }, "\(words)")
    }
  }
}
