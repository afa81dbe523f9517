import Glibc

/// Who waits for a locked file, as everybody who has it open can see.
///
/// A lock that is given back is not handed to the next in line: the kernel wakes that one, and whoever asks before it
/// runs is served first. Whoever has just written is the quickest to ask again, so it looks here and steps aside.
///
/// Whoever waits holds a shared lock on the file's first byte, which the kernel takes back from the dead, and which has
/// nothing to do with the lock that is waited for (fcntl_locking(2), open file description locks).
enum WaitingLine {
  /// How long somebody who has just written lets others go first, in microseconds: time to wake up on a busy machine.
  private static let courtesy: UInt32 = 1_000

  /// Lets everybody know that the holder of this descriptor waits.
  static func join(_ file: Int32) { set(Int16(F_RDLCK), on: file) }

  /// Lets everybody know that it waits no more.
  static func leave(_ file: Int32) { set(Int16(F_UNLCK), on: file) }

  /// Whether nobody else waits.
  static func isEmpty(_ file: Int32) -> Bool {
    var lock = place(Int16(F_WRLCK))
    return fcntl(file, getLock, &lock) != 0 || lock.l_type == Int16(F_UNLCK)
  }

  /// Lets those who wait go first, where anybody does.
  static func stepAside(_ file: Int32) {
    if !isEmpty(file) { usleep(courtesy) }
  }

  private static func set(_ type: Int16, on file: Int32) {
    var lock = place(type)
    _ = fcntl(file, setLock, &lock)
  }

  private static func place(_ type: Int16) -> flock {
    var lock = Glibc.flock()
    lock.l_type = type
    lock.l_whence = Int16(SEEK_SET)
    lock.l_len = 1
    return lock
  }

  /// `F_OFD_GETLK` and `F_OFD_SETLK`, which the C library shows only to programs that ask for GNU's extensions.
  private static let (getLock, setLock): (Int32, Int32) = (36, 37)
}
