import Glibc

extension InstallError {
  /// The refusal of a write that the system reports with an error number.
  static func writing(_ operation: String, _ path: String, _ code: Int32) -> InstallError {
    code == ENOSPC || code == EDQUOT
      ? .diskFull(path: path)
      : .unwritable(path: path, operation: operation, reason: String(cString: strerror(code)))
  }

  /// The refusal of a read that the system reports with an error number.
  static func reading(_ path: String, _ code: Int32) -> InstallError {
    .unreadable(path: path, reason: String(cString: strerror(code)))
  }
}

/// Calls the system until it is not interrupted.
func uninterrupted<Count: SignedInteger>(_ call: () -> Count) -> Count {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
