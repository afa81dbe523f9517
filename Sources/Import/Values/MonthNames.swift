/// The names of the months in the languages of the marketplace's stores.
enum MonthNames {
  /// The month, 1 to 12, that a word in lower case and without a point at its end names.
  static func month(_ word: String) -> Int? { months[word] }

  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for list in lists {
      for (index, names) in list.split(separator: " ").enumerated() {
        for name in names.split(separator: "|") { months[String(name)] = index + 1 }
      }
    }
    return months
  }()

  /// January to December; English, German, French, Spanish, Italian, Dutch, Polish, Swedish, Portuguese.
  private static let lists = [
    """
    january|jan february|feb march|mar april|apr may june|jun july|jul august|aug \
    september|sept|sep october|oct november|nov december|dec
    """,
    """
    januar|jänner|jan februar|feber|feb märz|mär|mrz april|apr mai juni|jun juli|jul august|aug \
    september|sept|sep oktober|okt november|nov dezember|dez
    """,
    """
    janvier|janv février|févr|fevrier mars avril|avr mai juin juillet|juil août|aout \
    septembre|sept octobre|oct novembre|nov décembre|déc|decembre
    """,
    """
    enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago \
    septiembre|setiembre|sept|sep octubre|oct noviembre|nov diciembre|dic
    """,
    """
    gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago \
    settembre|set ottobre|ott novembre|nov dicembre|dic
    """,
    """
    januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug \
    september|sep oktober|okt november|nov december|dec
    """,
    """
    stycznia|styczeń|sty lutego|luty|lut marca|marzec|mar kwietnia|kwiecień|kwi maja|maj \
    czerwca|czerwiec|cze lipca|lipiec|lip sierpnia|sierpień|sie września|wrzesień|wrz \
    października|październik|paź listopada|listopad|lis grudnia|grudzień|gru
    """,
    """
    januari|jan februari|feb mars april|apr maj juni|jun juli|jul augusti|aug \
    september|sep oktober|okt november|nov december|dec
    """,
    """
    janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago \
    setembro|set outubro|out novembro|nov dezembro|dez
    """,
  ]
}
