import Foundation
import GRDB

extension Row {
  /// The bytes in a column; none where it holds none.
  func bytes(_ index: Int) -> [UInt8] { (self[index] as Data?).map { Array($0) } ?? [] }
}

extension [UInt8] {
  /// The bytes as a database keeps them.
  var blob: DatabaseValue { Data(self).databaseValue }
}
