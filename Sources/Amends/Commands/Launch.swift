import ArgumentParser
import Store

/// Parses a command line, runs its command, and turns what comes of it into an exit code.
enum Launch {
  static func run(_ arguments: [String]) -> ExitStatus {
    let arguments = CommandNames.withDeskBehind(arguments)
    if let complaint = CommandNames.complaint(about: arguments) {
      StandardError.say(complaint)
      return .usage
    }
    do {
      var command = try AmendsProgram.parseAsRoot(arguments)
      try command.run()
      return .fine
    } catch {
      return report(error)
    }
  }

  private static func report(_ error: any Error) -> ExitStatus {
    switch error {
    case let status as ExitStatus: return status
    case let failure as Failure:
      StandardError.say(failure.message)
      return failure.status
    case let desk as DeskError:
      StandardError.say(desk.description)
      return desk.status
    default: return reportUsage(error)
    }
  }

  private static func reportUsage(_ error: any Error) -> ExitStatus {
    let message = AmendsProgram.fullMessage(for: error)
    guard AmendsProgram.exitCode(for: error) == .success else {
      StandardError.write(message)
      return .usage
    }
    var output = StandardOutput()
    output.line(message)
    do throws(Failure) {
      try output.finish()
    } catch {
      return error.status
    }
    return .fine
  }
}

extension DeskError {
  /// What a command that met this error exits with.
  var status: ExitStatus {
    switch self {
    case .cannotOpen, .unsafeFile, .newerSchema, .notDurable, .damaged, .readOnly, .busy, .diskFull,
      .storage, .database:
      .noDesk
    default: .no
    }
  }
}
