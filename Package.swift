// swift-tools-version: 6.2
import PackageDescription

/// Warnings stop the build where changes are checked, not where a newer compiler merely knows more of them.
let warnings: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// What every Swift target of ours is compiled with.
let strict: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + warnings

/// The released program carries the Swift runtime: it starts in half the time of a dynamic one.
let staticRuntime = (
  swift: SwiftSetting.unsafeFlags(["-static-stdlib"], .when(configuration: .release)),
  linker: LinkerSetting.unsafeFlags(["-static-stdlib"], .when(configuration: .release))
)

/// Arithmetic is a hundred times slower as debuggers want it, and tests should run what is released.
let optimised = CSetting.unsafeFlags(["-O2"], .when(configuration: .debug))

let quick = SwiftSetting.unsafeFlags(["-O"], .when(configuration: .debug))

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let sockets = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let handshakes = Target.Dependency.product(name: "NIOTLS", package: "swift-nio")
let tls = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "amends",
  products: [
    .executable(name: "amends", targets: ["Amends"]),
    .library(name: "AmendsPolicy", targets: ["AmendsPolicy"]),
    .library(name: "PolicyPacks", targets: ["PolicyPacks"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
  ],
  targets: [
    .target(
      name: "CTerminal",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CMachine"),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Screen", swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["CTerminal", "Screen"], swiftSettings: strict),
    .target(name: "AmendsPolicy", swiftSettings: strict),
    .target(name: "CPackFiles", exclude: ["Packs"]),
    .target(
      name: "PolicyPacks", dependencies: ["AmendsPolicy", "CPackFiles", toml],
      swiftSettings: strict),
    .target(name: "CReader", cSettings: [optimised]),
    .target(
      name: "Reader", dependencies: ["AmendsPolicy", "CReader"], swiftSettings: strict),
    .target(name: "CReaderFiles", exclude: ["Files"]),
    .target(name: "Digests", dependencies: [crypto], swiftSettings: strict),
    .target(
      name: "ReaderInstall",
      dependencies: ["AmendsPolicy", "CMachine", "CZlib", "Digests", "Reader"],
      swiftSettings: strict + [quick]),
    .target(name: "PolicyProof", dependencies: ["AmendsPolicy"], swiftSettings: strict),
    .target(name: "Ledger", dependencies: ["AmendsPolicy"], swiftSettings: strict),
    .target(
      name: "Store", dependencies: ["AmendsPolicy", "CMachine", "Digests", "Ledger", grdb],
      swiftSettings: strict),
    .target(
      name: "Mail", dependencies: ["AmendsPolicy", "Ledger"], swiftSettings: strict + [quick]),
    .target(
      name: "Import", dependencies: ["AmendsPolicy", "CZlib", "Digests", "Ledger", "Mail"],
      swiftSettings: strict),
    .target(name: "SMTP", swiftSettings: strict),
    .target(
      name: "SMTPClient", dependencies: ["SMTP", handshakes, nio, sockets, tls],
      swiftSettings: strict),
    .target(
      name: "Delivery", dependencies: ["AmendsPolicy", "CMachine", "Ledger", "SMTP", "SMTPClient"],
      swiftSettings: strict),
    .target(
      name: "DeskDelivery", dependencies: ["AmendsPolicy", "Delivery", "Ledger", "Store"],
      swiftSettings: strict),
    .target(
      name: "Proof", dependencies: ["AmendsPolicy", "Ledger", "Store", grdb],
      swiftSettings: strict),
    .target(
      name: "Themes", dependencies: ["Screen", toml], path: "Themes",
      resources: [
        .embedInCode("colour-blind.toml"), .embedInCode("colour-blind-light.toml"),
        .embedInCode("dark.toml"), .embedInCode("dracula.toml"), .embedInCode("gruvbox.toml"),
        .embedInCode("high-contrast.toml"), .embedInCode("high-contrast-light.toml"),
        .embedInCode("light.toml"), .embedInCode("mono.toml"), .embedInCode("nord.toml"),
        .embedInCode("paper.toml"), .embedInCode("solarized.toml"),
        .embedInCode("solarized-light.toml"), .embedInCode("terminal.toml"),
      ],
      swiftSettings: strict),
    .target(
      name: "Inbox", dependencies: ["AmendsPolicy", "Ledger", "Screen"], swiftSettings: strict),
    .executableTarget(
      name: "Amends",
      dependencies: [
        "AmendsPolicy", "CMachine", "CReaderFiles", "Delivery", "DeskDelivery", "Digests", "Import",
        "Inbox", "Ledger", "PolicyPacks", "PolicyProof", "Proof", "Reader", "ReaderInstall", "SMTP",
        "SMTPClient", "Screen", "Store", "Terminal", "Themes", arguments, toml,
      ],
      resources: [.embedInCode("Demo/Data")],
      swiftSettings: strict + [staticRuntime.swift],
      linkerSettings: [staticRuntime.linker]),

    .testTarget(name: "DigestsTests", dependencies: ["Digests"], swiftSettings: strict),
    .testTarget(
      name: "ScreenTests", dependencies: ["Screen"], swiftSettings: strict),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Screen", "Terminal"],
      path: "Tests/TerminalTests/Probe", swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["CMachine", "CTerminal", "Screen", "Terminal", "TerminalProbe"],
      exclude: ["Probe"], swiftSettings: strict),
    .testTarget(
      name: "ThemesTests", dependencies: ["Screen", "Themes"], swiftSettings: strict),
    .testTarget(
      name: "PolicyTests", dependencies: ["AmendsPolicy"], swiftSettings: strict),
    .testTarget(
      name: "PolicyPacksTests", dependencies: ["AmendsPolicy", "PolicyPacks"],
      resources: [.copy("Corpus")], swiftSettings: strict),
    .testTarget(
      name: "PolicyProofTests", dependencies: ["AmendsPolicy", "PolicyPacks", "PolicyProof"],
      resources: [.copy("Corpus")], swiftSettings: strict),
    .target(
      name: "ReaderSamples", dependencies: ["Reader"], path: "Tests/ReaderSamples",
      swiftSettings: strict),
    .testTarget(
      name: "ReaderTests", dependencies: ["AmendsPolicy", "CReader", "Reader", "ReaderSamples"],
      exclude: ["Reference"], swiftSettings: strict),
    .testTarget(
      name: "ReaderInstallTests", dependencies: ["CZlib", "Digests", "ReaderInstall"],
      swiftSettings: strict),
    .testTarget(
      name: "LedgerTests", dependencies: ["AmendsPolicy", "Ledger"], swiftSettings: strict),
    .testTarget(
      name: "StoreTests", dependencies: ["AmendsPolicy", "Digests", "Ledger", "Store", grdb],
      swiftSettings: strict),
    .testTarget(
      name: "MailTests", dependencies: ["AmendsPolicy", "Ledger", "Mail"], exclude: ["Messages"],
      swiftSettings: strict),
    .testTarget(
      name: "ImportTests", dependencies: ["AmendsPolicy", "Import", "Ledger", "Mail"],
      exclude: ["Files"], swiftSettings: strict),
    .testTarget(name: "SMTPTests", dependencies: ["SMTP"], swiftSettings: strict),
    .target(
      name: "ChildProcesses", dependencies: ["CMachine"], path: "Tests/ChildProcesses",
      swiftSettings: strict),
    .target(
      name: "MailServers", dependencies: ["ChildProcesses", "SMTP", "SMTPClient"],
      path: "Tests/MailServers",
      resources: [.copy("Scripts")], swiftSettings: strict),
    .testTarget(
      name: "SMTPClientTests", dependencies: ["MailServers", "SMTP", "SMTPClient"],
      swiftSettings: strict),
    .testTarget(
      name: "DeliveryTests",
      dependencies: [
        "AmendsPolicy", "Delivery", "Ledger", "MailServers", "SMTP", "SMTPClient",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "InboxTests", dependencies: ["AmendsPolicy", "Inbox", "Ledger", "Screen", "Themes"],
      exclude: ["Screens"], swiftSettings: strict),
    .testTarget(
      name: "AmendsTests",
      dependencies: [
        "Amends", "AmendsPolicy", "ChildProcesses", "Delivery", "Import", "Inbox", "Ledger",
        "MailServers",
        "PolicyPacks", "PolicyProof", "Reader", "ReaderSamples", "SMTP", "SMTPClient", "Screen",
        "Store", "Terminal", "Themes", crypto, grdb,
      ],
      swiftSettings: strict),
    .target(
      name: "Torture",
      dependencies: [
        "AmendsPolicy", "Delivery", "DeskDelivery", "Ledger", "Proof", "Store", grdb,
      ],
      path: "Tests/ReliabilityTests/Torture", swiftSettings: strict),
    .executableTarget(
      name: "TortureWorker", dependencies: ["Torture"], path: "Tests/ReliabilityTests/Worker",
      swiftSettings: strict),
    .testTarget(
      name: "ReliabilityTests",
      dependencies: [
        "Amends", "AmendsPolicy", "ChildProcesses", "Delivery", "DeskDelivery", "Ledger", "Proof",
        "Store", "Torture", "TortureWorker", grdb,
      ],
      exclude: ["Server", "Torture", "Worker"], swiftSettings: strict + [quick]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Amends", "AmendsPolicy", "ChildProcesses", "Digests", "Ledger", "MailServers", "SMTP",
        "SMTPClient", "Store",
      ],
      swiftSettings: strict),
  ]
)
