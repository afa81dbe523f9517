import ArgumentParser
import Store

/// Parses a command line, runs its command, and turns what comes of it into an exit code.
enum Launch {
  static func run(_ arguments: [String]) -> Int32 {
    let arguments = CommandNames.withDeskBehind(arguments)
    if let complaint = CommandNames.complaint(about: arguments) {
      StandardError.say(complaint)
      return ExitStatus.usage.rawValue
    }
    do {
      var command = try AmendsProgram.parseAsRoot(arguments)
      try command.run()
      return ExitStatus.fine.rawValue
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return report(error).rawValue
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
    default: return reportOther(error)
    }
  }

  /// Help and version, which are no errors, what the parser says of a line, and everything else.
  private static func reportOther(_ error: any Error) -> ExitStatus {
    let message = AmendsProgram.fullMessage(for: error)
    switch AmendsProgram.exitCode(for: error) {
    case .success: return answer(message)
    case .validationFailure:
      StandardError.safeWrite(message)
      return .usage
    default:
      StandardError.say("\(error)")
      return .no
    }
  }

  private static func answer(_ message: String) -> ExitStatus {
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
    case .cannotOpen, .unsafeFile, .newerSchema, .notDurable, .damaged, .halfRestored, .inUse,
      .readOnly,
      .busy, .diskFull, .storage, .database:
      .noDesk
    default: .no
    }
  }
}
