/// Finds social handles such as `@shopname`.
enum HandleScanner {
  static func scan(_ reader: PieceReader) -> [Range<Int>] {
    reader.pieces.indices.compactMap { index in
      let piece = reader.pieces[index]
      let from = Int(piece.from)
      guard piece.kind == .word, piece.length >= 3, from > 0,
        reader.text.bytes[from - 1] == UInt8(ascii: "@"),
        from < 2 || !ByteClass.isAlphanumeric(reader.text.bytes[from - 2])
      else { return nil }
      return reader.text.range(from - 1, Int(piece.to) - 1)
    }
  }
}
