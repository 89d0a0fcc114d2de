// swift-tools-version: 6.3
import PackageDescription

/// libFuzzer over Daybook's readers; it has the product's name, so that `package` declarations are in reach.
let settings: [SwiftSetting] =
  [
    "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility", "NonisolatedNonsendingByDefault",
    "InferIsolatedConformances", "ImmutableWeakCaptures",
  ].map { .enableUpcomingFeature($0) } + [.unsafeFlags(["-sanitize=fuzzer"])]

let package = Package(
  name: "daybook",
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark-gfm"),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CFuzzer", path: "CFuzzer"),
    .target(
      name: "Timeline", dependencies: ["CCmark", .product(name: "Yams", package: "Yams")], swiftSettings: settings),
    .target(
      name: "Importers", dependencies: ["Timeline", "CXML", .product(name: "SwiftCSV", package: "SwiftCSV")],
      swiftSettings: settings),
    .target(
      name: "FuzzTargets", dependencies: ["Importers", "Timeline"], path: "FuzzTargets", swiftSettings: settings),
    .executableTarget(
      name: "Fuzzer", dependencies: ["FuzzTargets", "CFuzzer"], path: "Fuzzer", swiftSettings: settings,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
  ],
  swiftLanguageModes: [.v6]
)
