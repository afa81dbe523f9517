import Digests
import Testing

@Suite("Sums and keyed hashes")
struct DigestTests {
  @Test("sums are those of FIPS 180-4")
  func sums() {
    #expect(
      Checksum(of: "abc").description
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Checksum(of: "").bytes.first == 0xe3)
    #expect(Checksum(of: "").bytes.count == Checksum.byteCount)
  }

  @Test("parts sum up like the whole")
  func parts() {
    var hashing = Hashing()
    hashing.update("a")
    hashing.update(Array("b".utf8))
    hashing.update("")
    hashing.update("c")
    #expect(hashing.finish() == Checksum(of: "abc"))
  }

  @Test("keyed hashes are those of RFC 4231, cases 1 and 2")
  func keyed() {
    #expect(
      HashingKey(Array(repeating: 0x0b, count: 20)).hash("Hi There").description
        == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    #expect(
      HashingKey(Array("Jefe".utf8)).hash("what do ya want for nothing?").description
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }

  @Test("new keys differ")
  func keys() {
    #expect(HashingKey.random().count == HashingKey.byteCount)
    #expect(HashingKey.random() != HashingKey.random())
  }

  @Test("a sum has 32 bytes")
  func size() {
    #expect(Checksum([1, 2, 3]) == nil)
    #expect(Checksum(repeatElement(0, count: 32))?.description == String(repeating: "0", count: 64))
  }
}
