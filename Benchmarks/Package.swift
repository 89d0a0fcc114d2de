// swift-tools-version: 6.3
import PackageDescription

/// Measures parts of Daybook from the inside; it has the product's name, so that `package` declarations are in reach.
let settings: [SwiftSetting] = [
  "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility", "NonisolatedNonsendingByDefault",
  "InferIsolatedConformances", "ImmutableWeakCaptures",
].map { .enableUpcomingFeature($0) }

let package = Package(
  name: "daybook",
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark-gfm"),
    .target(
      name: "Timeline", dependencies: ["CCmark", .product(name: "Yams", package: "Yams")], swiftSettings: settings),
    .target(name: "Scheduler", dependencies: ["Timeline"], swiftSettings: settings),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl"),
    .executableTarget(name: "EmbedFilesTool", swiftSettings: settings),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["EmbedFilesTool"]),
    .target(
      name: "Content",
      dependencies: [
        "Timeline", "Scheduler", "CCmark", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings, plugins: ["EmbedFiles"]),
    .target(
      name: "Delivery", dependencies: ["Content", "CCurl", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: settings),
    .target(
      name: "Store",
      dependencies: ["Scheduler", "Content", "Delivery", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .executableTarget(
      name: "ContentBenchmarks", dependencies: ["Content", "Scheduler", "Timeline"], path: "ContentBenchmarks",
      swiftSettings: settings),
    .executableTarget(
      name: "DeliveryBenchmarks", dependencies: ["Delivery", "Store"], path: "DeliveryBenchmarks",
      swiftSettings: settings),
    .executableTarget(
      name: "TimelineBenchmarks", dependencies: ["Timeline"], path: "TimelineBenchmarks", swiftSettings: settings),
    .executableTarget(
      name: "SchedulerBenchmarks", dependencies: ["Scheduler", "Timeline"], path: "SchedulerBenchmarks",
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
