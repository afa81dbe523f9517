import AmendsPolicy
import ArgumentParser

/// The options that say which packs a command looks at.
struct PackOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Use the packs of this folder instead of the program's own.", valueName: "dir"))
  var packs: String?

  @OptionGroup var desk: DeskOptions

  /// The packs: those of the folder, else the program's own with a person's own.
  ///
  /// - Throws: `Failure` where a pack of the folder is at fault.
  func rulePacks() throws(Failure) -> [RulePack] {
    if let packs { return try PackFolder.packs(in: packs) }
    return try desk.workplace().wordingRules().packs()
  }

  /// The policy of these packs.
  ///
  /// - Throws: `Failure` where a pack is at fault.
  func policy() throws(Failure) -> WordingPolicy {
    guard let packs else { return desk.workplace().wordingRules().policy }
    let own = try PackFolder.packs(in: packs)
    do throws(PackError) {
      return try WordingPolicy(packs: own)
    } catch {
      throw Failure(.no, error.description)
    }
  }
}
