import AmendsPolicy
import Ledger
import Screen
import Testing

@testable import Inbox

@Suite("Whatever happens in whatever order")
struct FuzzTests {
  @Test("10,000 steps of keys, sizes, times and answers leave every promise kept", arguments: 1...4)
  func steps(seed: Int) {
    var chaos = Chaos(seed: UInt64(seed))
    for step in 1...2500 {
      chaos.step()
      let faults = chaos.faults
      guard faults.isEmpty else {
        Issue.record("step \(step) of seed \(seed): \(faults.joined(separator: ", "))")
        return
      }
    }
  }
}
