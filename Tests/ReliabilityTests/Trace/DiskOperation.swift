/// One thing that a process did to a file.
enum DiskOperation: Hashable {
  /// A file was made that was not there.
  case create(String)
  case remove(String)
  /// Bytes at a place, or behind the end where there is none.
  case write(String, at: Int?, [UInt8])
  case truncate(String, Int)
  /// Everything that was done to a file, or to the names in a folder, is on the disk.
  case sync(String)
}
