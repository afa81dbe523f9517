import Screen
import Testing
import Themes

@Suite("Themes for people who do not see every colour")
struct ColourBlindTests {
  /// Far more than can just be noticed (2.3): signs of one column must be told apart at a glance.
  private static let least = 20.0

  /// Roles of which one stands in another's place, so that their difference carries meaning.
  private static let groups: [[Role]] = [
    [.findingBlock, .findingWarn, .findingOK],
    [.draftBlock, .draftWarn, .draft],
    [
      .cooldownReady, .cooldownWaiting, .cooldownDue, .cooldownNever, .cooldownQueued,
      .cooldownUncertain,
    ],
    [.statusError, .statusGood],
  ]

  @Test(
    "What means different things stays apart", arguments: ["colour-blind", "colour-blind-light"],
    Vision.allCases)
  func apart(name: String, vision: Vision) throws {
    let theme = try Themes.named(name)
    for group in Self.groups {
      for (index, first) in group.enumerated() {
        for second in group[(index + 1)...] {
          let difference = try #require(
            vision.difference(theme[first].foreground, theme[second].foreground))
          #expect(
            difference >= Self.least, "\(first.rawValue) and \(second.rawValue): \(difference)")
        }
      }
    }
  }

  /// The simulation itself, held against what is known of these people.
  @Test("Red and green fall together for those who lack one of their cones, not for others")
  func simulation() throws {
    let (red, green) = (Color.rgb(0xCC, 0x44, 0x44), Color.rgb(0x7A, 0x7A, 0x30))
    #expect(try #require(Vision.usual.difference(red, green)) > 60)
    #expect(try #require(Vision.deuteranopia.difference(red, green)) < 20)
    #expect(try #require(Vision.tritanopia.difference(red, green)) > 40)
    let (blue, teal) = (Color.rgb(0x30, 0x60, 0xA0), Color.rgb(0x30, 0x6C, 0x66))
    #expect(try #require(Vision.tritanopia.difference(blue, teal)) < 15)
    #expect(try #require(Vision.usual.difference(blue, teal)) > 30)
    #expect(Vision.usual.difference(.default, red) == nil)
  }
}
