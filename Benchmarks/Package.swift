// swift-tools-version: 6.3
import PackageDescription

/// Measures parts of Daybook from the inside; it has the product's name, so that `package` declarations are in reach.
let settings: [SwiftSetting] = [
  "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility", "NonisolatedNonsendingByDefault",
  "InferIsolatedConformances", "ImmutableWeakCaptures",
].map { .enableUpcomingFeature($0) }

let package = Package(
  name: "daybook",
  dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.2")],
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark-gfm"),
    .target(
      name: "Timeline", dependencies: ["CCmark", .product(name: "Yams", package: "Yams")], swiftSettings: settings),
    .target(name: "Scheduler", dependencies: ["Timeline"], swiftSettings: settings),
    .executableTarget(
      name: "SchedulerBenchmarks", dependencies: ["Scheduler", "Timeline"], path: "SchedulerBenchmarks",
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
