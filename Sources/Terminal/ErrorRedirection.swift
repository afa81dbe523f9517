import Glibc

/// Standard error in a file while the screen is up, where it would be painted over and lost.
struct ErrorRedirection {
  private let path: String?
  /// Where standard error went before; negative where it still goes there.
  private(set) var original: Int32 = -1

  init(to path: String?) {
    self.path = path
    redirect()
  }

  mutating func redirect() {
    guard original < 0, let path else { return }
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    if original >= 0 { dup2(file, STDERR_FILENO) }
    close(file)
  }

  mutating func restore() {
    guard original >= 0 else { return }
    dup2(original, STDERR_FILENO)
    close(original)
    original = -1
  }
}
