/// The packs that are built into the program.
enum EmbeddedPacks {
  /// The files' names and contents: the rules, then the words of each language.
  static var files: [(name: String, bytes: [UInt8])] { rules + english }

  private static var rules: [(name: String, bytes: [UInt8])] {
    [
      ("any-luring.toml", PackageResources.any_luring_toml),
      ("any-conduct.toml", PackageResources.any_conduct_toml),
      ("any-quality.toml", PackageResources.any_quality_toml),
    ]
  }

  private static var english: [(name: String, bytes: [UInt8])] {
    [
      ("en-words.toml", PackageResources.en_words_toml),
      ("en-public.toml", PackageResources.en_public_toml),
      ("en-asking.toml", PackageResources.en_asking_toml),
      ("en-goods.toml", PackageResources.en_goods_toml),
      ("en-tying.toml", PackageResources.en_tying_toml),
      ("en-conduct.toml", PackageResources.en_conduct_toml),
      ("en-quality.toml", PackageResources.en_quality_toml),
      ("en-signs.toml", PackageResources.en_signs_toml),
      ("en-examples.toml", PackageResources.en_examples_toml),
    ]
  }
}
