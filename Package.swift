// swift-tools-version: 6.3
import PackageDescription

/// The language settings that every Swift target shares.
let settings: [SwiftSetting] =
  [
    "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility",
    "NonisolatedNonsendingByDefault", "InferIsolatedConformances", "ImmutableWeakCaptures",
  ].map { .enableUpcomingFeature($0) }
  + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// How the program is linked for use: relocations packed, equal code once and nothing exported, which spares a sixth of
/// the memory of `daybook run` and half of the file.
let linking: [LinkerSetting] = [
  .unsafeFlags(
    ["-use-ld=lld"]
      + ["-z", "pack-relative-relocs", "--icf=safe", "--no-export-dynamic", "--as-needed"].flatMap { ["-Xlinker", $0] },
    .when(platforms: [.linux], configuration: .release))
]

/// The settings of a target that calls C.
let callsC = settings + [.strictMemorySafety()]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "daybook",
  products: [.executable(name: "daybook", targets: ["DaybookCommand"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark-gfm", providers: [.apt(["libcmark-gfm-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev", "libssl-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "Timeline", dependencies: ["CCmark", yams], swiftSettings: callsC),
    .target(
      name: "Importers", dependencies: ["Timeline", "CXML", .product(name: "SwiftCSV", package: "SwiftCSV")],
      swiftSettings: callsC),
    .target(name: "Scheduler", dependencies: ["Timeline"], swiftSettings: settings),
    .executableTarget(name: "EmbedFilesTool", swiftSettings: settings),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["EmbedFilesTool"]),
    .target(
      name: "Content",
      dependencies: ["Timeline", "Scheduler", "CCmark", crypto, yams],
      swiftSettings: callsC,
      plugins: ["EmbedFiles"]),
    .target(
      name: "Delivery",
      dependencies: ["Content", "CCurl", crypto],
      swiftSettings: callsC),
    .target(
      name: "Store",
      dependencies: ["Scheduler", "Content", "Delivery", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: callsC),
    .executableTarget(
      name: "DaybookCommand",
      dependencies: [
        "Timeline", "Importers", "Scheduler", "Content", "Delivery", "Store", yams,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: settings, linkerSettings: linking, plugins: ["EmbedFiles"]),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .target(
      name: "FuzzTargets", dependencies: ["Importers", "Timeline"], path: "Tests/FuzzTargets", swiftSettings: settings),
    .target(
      name: "DeliveryTestSupport", dependencies: ["Delivery"], path: "Tests/DeliveryTestSupport", swiftSettings: callsC),
    .executableTarget(
      name: "DelivererHelper", dependencies: ["Delivery", "Store"], path: "Tests/DelivererHelper",
      swiftSettings: settings),
    .target(
      name: "SchedulerTestSupport", dependencies: ["Scheduler"], path: "Tests/SchedulerTestSupport",
      swiftSettings: settings),
    .testTarget(name: "TimelineTests", dependencies: ["Timeline", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "ImportersTests", dependencies: ["Importers", "Timeline", "TestSupport", "FuzzTargets"],
      exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "SchedulerTests", dependencies: ["Scheduler", "Timeline", "TestSupport", "SchedulerTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ContentTests",
      dependencies: ["Content", "Scheduler", "Timeline", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(
      name: "DeliveryTests",
      dependencies: [
        "Delivery", "Content", "Scheduler", "Timeline", "TestSupport", "DeliveryTestSupport", "DelivererHelper", crypto,
      ],
      swiftSettings: settings),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Store", "Delivery", "Content", "TestSupport", "DeliveryTestSupport", "DelivererHelper", "SchedulerTestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "DaybookCommandTests",
      dependencies: [
        "DaybookCommand", "Delivery", "TestSupport", "DeliveryTestSupport", "DelivererHelper",
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
