import Testing

@testable import Amends

@Suite("Whether what is kept outlives a power cut")
struct DurabilityTests {
  private func level(
    _ topic: String, kind: String = "ext4", options: [String] = ["rw"], preloaded: String? = nil,
    free: Int? = 1 << 40
  ) -> Diagnosis.Level? {
    DurabilityExamination(kind: kind, options: options, preloaded: preloaded, free: free)
      .diagnoses.first { $0.topic == topic }?.level
  }

  @Test("a disk that is waited for is in order")
  func durable() {
    #expect(level("durable") == .ok)
    #expect(level("durable", kind: "tmpfs") == .note)
    #expect(level("durable", options: ["rw", "nobarrier"]) == .fault)
    #expect(level("durable", options: ["barrier=0"]) == .fault)
    #expect(level("durable", preloaded: "/usr/lib/libeatmydata.so") == .fault)
    #expect(level("durable", preloaded: "/usr/lib/other.so") == .ok)
  }

  @Test("a disk is told before it is full")
  func space() {
    #expect(level("space") == .ok)
    #expect(level("space", free: 100 << 20) == .note)
    #expect(level("space", free: 1 << 20) == .fault)
    #expect(level("space", free: nil) == .ok)
  }

  @Test("options are those of the mount nearest above, and of what is mounted there")
  func options() {
    let table = """
      27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
      40 27 0:40 / /home/amy rw,nosuid shared:3 - xfs /dev/vdb rw,nobarrier
      """
    #expect(
      MountTable.options(of: "/home/amy/desk", in: table) == ["rw", "nosuid", "rw", "nobarrier"])
    #expect(MountTable.options(of: "/home/amyx", in: table) == ["rw", "relatime", "rw", "discard"])
    #expect(MountTable.options(of: "/home", in: "") == [])
  }

  @Test("a folder that is not there yet is judged by the one above")
  func missing() {
    let here = DurabilityExamination(folder: "/nonexistent/desk")
    #expect(here.kind == DurabilityExamination(folder: "/").kind)
    #expect(here.free != nil)
  }
}
