import CReaderFiles

/// What the program carries of the second reader.
enum ReaderFiles {
  /// What training has changed in the base model.
  static var adapter: [UInt8] { bytes(reader_file_adapter()) }

  /// How the reader and the rules' weak signs are weighed together, as JSON.
  static var weights: [UInt8] { bytes(reader_file_weights()) }

  private static func bytes(_ file: reader_file) -> [UInt8] {
    Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
