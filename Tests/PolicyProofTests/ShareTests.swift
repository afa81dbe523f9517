import PolicyProof
import Testing

/// Shares and the intervals in which the true ones lie.
@Suite struct ShareTests {
  @Test func intervalIsWilsons() {
    // Newcombe (1998), Statistics in Medicine 17, table I: 81 of 263 gives 0.2553 to 0.3662.
    let interval = Share(81, of: 263).interval
    #expect(abs(interval.lowerBound - 0.2553) < 0.00005)
    #expect(abs(interval.upperBound - 0.3662) < 0.00005)
  }

  @Test func nothingFoundIsNotNever() {
    // The same table: 0 of 20 gives 0 to 0.1611.
    let interval = Share(0, of: 20).interval
    #expect(interval.lowerBound == 0)
    #expect(abs(interval.upperBound - 0.1611) < 0.00005)
  }

  @Test func ofNoneNothingIsKnown() {
    #expect(Share().value == nil)
    #expect(Share().interval == 0...1)
  }
}
