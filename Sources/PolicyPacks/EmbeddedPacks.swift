/// The packs that are built into the program.
enum EmbeddedPacks {
  /// A file's name, and its contents when they are asked for.
  typealias File = (name: String, bytes: () -> [UInt8])

  /// The rules, then the words of each language.
  static var files: [File] { rules + english + german + french + spanish + italian }

  private static var rules: [File] {
    [
      ("any-luring.toml", { PackageResources.any_luring_toml }),
      ("any-conduct.toml", { PackageResources.any_conduct_toml }),
      ("any-quality.toml", { PackageResources.any_quality_toml }),
    ]
  }

  private static var german: [File] {
    [
      ("de-words.toml", { PackageResources.de_words_toml }),
      ("de-public.toml", { PackageResources.de_public_toml }),
      ("de-asking.toml", { PackageResources.de_asking_toml }),
      ("de-goods.toml", { PackageResources.de_goods_toml }),
      ("de-tying.toml", { PackageResources.de_tying_toml }),
      ("de-conduct.toml", { PackageResources.de_conduct_toml }),
      ("de-quality.toml", { PackageResources.de_quality_toml }),
      ("de-signs.toml", { PackageResources.de_signs_toml }),
      ("de-examples.toml", { PackageResources.de_examples_toml }),
    ]
  }

  private static var english: [File] {
    [
      ("en-words.toml", { PackageResources.en_words_toml }),
      ("en-public.toml", { PackageResources.en_public_toml }),
      ("en-asking.toml", { PackageResources.en_asking_toml }),
      ("en-goods.toml", { PackageResources.en_goods_toml }),
      ("en-tying.toml", { PackageResources.en_tying_toml }),
      ("en-conduct.toml", { PackageResources.en_conduct_toml }),
      ("en-quality.toml", { PackageResources.en_quality_toml }),
      ("en-signs.toml", { PackageResources.en_signs_toml }),
      ("en-examples.toml", { PackageResources.en_examples_toml }),
    ]
  }

  private static var spanish: [File] {
    [
      ("es-words.toml", { PackageResources.es_words_toml }),
      ("es-public.toml", { PackageResources.es_public_toml }),
      ("es-asking.toml", { PackageResources.es_asking_toml }),
      ("es-goods.toml", { PackageResources.es_goods_toml }),
      ("es-tying.toml", { PackageResources.es_tying_toml }),
      ("es-conduct.toml", { PackageResources.es_conduct_toml }),
      ("es-quality.toml", { PackageResources.es_quality_toml }),
      ("es-signs.toml", { PackageResources.es_signs_toml }),
      ("es-examples.toml", { PackageResources.es_examples_toml }),
    ]
  }

  private static var french: [File] {
    [
      ("fr-words.toml", { PackageResources.fr_words_toml }),
      ("fr-public.toml", { PackageResources.fr_public_toml }),
      ("fr-asking.toml", { PackageResources.fr_asking_toml }),
      ("fr-goods.toml", { PackageResources.fr_goods_toml }),
      ("fr-tying.toml", { PackageResources.fr_tying_toml }),
      ("fr-conduct.toml", { PackageResources.fr_conduct_toml }),
      ("fr-quality.toml", { PackageResources.fr_quality_toml }),
      ("fr-signs.toml", { PackageResources.fr_signs_toml }),
      ("fr-examples.toml", { PackageResources.fr_examples_toml }),
    ]
  }

  private static var italian: [File] {
    [
      ("it-words.toml", { PackageResources.it_words_toml }),
      ("it-public.toml", { PackageResources.it_public_toml }),
      ("it-asking.toml", { PackageResources.it_asking_toml }),
      ("it-goods.toml", { PackageResources.it_goods_toml }),
      ("it-tying.toml", { PackageResources.it_tying_toml }),
      ("it-conduct.toml", { PackageResources.it_conduct_toml }),
      ("it-quality.toml", { PackageResources.it_quality_toml }),
      ("it-signs.toml", { PackageResources.it_signs_toml }),
      ("it-examples.toml", { PackageResources.it_examples_toml }),
    ]
  }
}
