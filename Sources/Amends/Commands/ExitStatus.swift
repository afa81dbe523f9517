/// What a command tells the shell.
enum ExitStatus: Int32, Error {
  /// All is well, and the answer, if one was asked for, is yes.
  case fine = 0
  /// The answer is no, or there was nothing that could be read.
  case no = 1
  /// The command line cannot be understood.
  case usage = 2
  /// The desk cannot be opened.
  case noDesk = 3
  /// A part failed, the rest is done.
  case part = 4
}

/// Why a command ends early, with the words for it.
struct Failure: Error {
  var status: ExitStatus
  /// What is wrong and what to do next.
  var message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}
