/// The packs that are built into the program.
enum EmbeddedPacks {
  /// The files' names and contents, each after those whose concepts it uses.
  static var files: [(name: String, bytes: [UInt8])] {
    [
      ("en-words.toml", PackageResources.en_words_toml),
      ("en-public.toml", PackageResources.en_public_toml),
      ("en-goods.toml", PackageResources.en_goods_toml),
      ("en-conduct.toml", PackageResources.en_conduct_toml),
      ("en-quality.toml", PackageResources.en_quality_toml),
      ("en-luring.toml", PackageResources.en_luring_toml),
      ("en-signs.toml", PackageResources.en_signs_toml),
      ("en-signs-conduct.toml", PackageResources.en_signs_conduct_toml),
    ]
  }
}
