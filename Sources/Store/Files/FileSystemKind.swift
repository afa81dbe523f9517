/// The kinds of file system on which several programs cannot share a database.
///
/// A write-ahead log needs memory that is shared between processes and locks that hold, and durability needs
/// a sync that reaches a disk: file systems behind a network or another program promise none of these
/// (sqlite.org/wal.html, "All processes using a database must be on the same host computer").
enum FileSystemKind {
  /// The name of such a kind by the number of statfs(2); `nil` for a local disk.
  ///
  /// The numbers are those of linux/magic.h and of the file systems' own sources.
  static func unsafeName(_ number: Int64) -> String? { names[number] }

  private static let names: [Int64: String] = [
    0x6969: "NFS", 0x517B: "SMB", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB2", 0x0102_1997: "9p",
    0x6573_5546: "FUSE", 0x5346_414F: "AFS", 0x6B41_4653: "AFS", 0x00C3_6400: "Ceph",
    0x7375_7245: "Coda", 0x564C: "NCP", 0x7461_636F: "OCFS2", 0x0116_1970: "GFS2",
    0x0BD0_0BD0: "Lustre", 0x4750_4653: "GPFS", 0x786F_4256: "VirtualBox shared folders",
    0xBACB_ACBC: "VMware shared folders", 0x7C7C_6673: "Parallels shared folders",
    0x2003_0528: "OrangeFS", 0xAAD7_AAEA: "PanFS", 0x00C0_FFEE: "hostfs",
  ]
}
