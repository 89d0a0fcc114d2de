internal import Delivery
internal import FoundationEssentials

extension HealthReport {
  /// The report, with what the kernel says of the process, as a page for Prometheus.
  func metrics(version: String, process: ProcessFigures) -> String {
    var page = MetricsText()
    page.add(
      "daybook_build_info", .gauge, "The version that runs; always 1.",
      [.init(labels: ["version": version], value: 1)])
    page.add(
      "daybook_ready", .gauge, "Whether the service can do its work (1) or not (0).", notReady.isEmpty ? 1 : 0)
    addDeliveries(to: &page)
    addSchedules(to: &page)
    page.add("process_cpu_seconds_total", .counter, "Processor time in seconds.", process.cpuSeconds)
    page.add("process_resident_memory_bytes", .gauge, "Memory in use.", process.residentBytes)
    page.add("process_virtual_memory_bytes", .gauge, "Address space.", process.virtualBytes)
    page.add("process_open_fds", .gauge, "Open file descriptors.", process.openFiles)
    page.add("process_max_fds", .gauge, "The limit of open file descriptors.", process.mostFiles)
    page.add("process_threads", .gauge, "Threads.", process.threads)
    page.add("process_start_time_seconds", .gauge, "When the process began, since 1970.", process.startTime)
    return page.text
  }

  private func addDeliveries(to page: inout MetricsText) {
    page.add(
      "daybook_deliveries", .gauge, "Deliveries in the outbox, by webhook and state.",
      deliveries.map {
        .init(labels: ["webhook": $0.webhook, "state": $0.state.rawValue], value: Double($0.count))
      })
    page.add(
      "daybook_delivery_attempts_total", .counter, "Attempts since the process began, by webhook and outcome.",
      attempts.map { .init(labels: ["webhook": $0.webhook, "outcome": $0.outcome], value: Double($0.count)) })
    page.add(
      "daybook_webhook_paused", .gauge, "Whether a webhook is paused (1) or not (0).",
      webhooks.map { .init(labels: ["webhook": $0.name], value: $0.isPaused ? 1 : 0) })
  }

  private func addSchedules(to page: inout MetricsText) {
    func times(_ time: (Schedule) -> Date?) -> [MetricsText.Sample] {
      schedules.compactMap { schedule in
        time(schedule).map { .init(labels: ["schedule": schedule.name], value: $0.timeIntervalSince1970) }
      }
    }
    page.add(
      "daybook_schedule_last_run_timestamp_seconds", .gauge, "When a schedule was run last, since 1970.",
      times(\.lastRun))
    page.add(
      "daybook_schedule_next_due_timestamp_seconds", .gauge, "When a schedule is due next, since 1970.",
      times(\.nextDue))
  }
}
