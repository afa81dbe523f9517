import Ledger

/// The rows of a file with one review as a JSON object a line.
struct ReviewLines: RowProducer {
  private var lines: LineReader

  init(_ window: Window, limit: Int) { lines = LineReader(window, limit: limit) }

  mutating func produce(_ count: Int, into batch: inout ImportBatch) throws(ImportError) -> Bool {
    while !batch.isFull(count) {
      switch try lines.next() {
      case nil: return false
      case .whole(let number, let bytes): Self.read(bytes, number, into: &batch)
      case .tooLong(let number, let head):
        batch.refuse(number, Refusal.tooLong(lines.limit), raw: head)
      }
    }
    return true
  }

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ number: Int, into batch: inout ImportBatch
  ) {
    batch.weight += bytes.count
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
    do throws(Refusal) {
      batch.rows.append(.review(try review(bytes)))
    } catch {
      batch.refuse(number, error, raw: Array(bytes.prefix(RowRejection.keptBytes)))
    }
  }

  private static func review(_ bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) -> ImportedReview
  {
    let object: ReviewObject
    do throws(JSONFault) {
      object = try ReviewObject(bytes)
    } catch {
      throw error.refusal
    }
    return try object.review()
  }
}
