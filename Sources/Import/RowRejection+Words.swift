public import Ledger

extension RowRejection {
  /// How many bytes of a refused row are kept at most.
  public static let keptBytes = 64 << 10

  /// The refusal on one line: `line 7, column "Rating": "9" is not …`.
  public var words: String {
    let place = column.map { ", column \"\($0)\"" } ?? ""
    let file = file.map { "\($0.shown()), " } ?? ""
    return "\(file)line \(line)\(place): \(reason)"
  }
}
