package org.urnengang.rehearsal.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code bench pages}: a constituency's page with brotli over keep-alive, beside nginx that serves
 * the same bytes with the same headers as a static file.
 */
public final class PagesBench {
  private static final int SECONDS = 5;
  private static final int WARM_UP = 15;
  private static final String BROTLI = "Accept-Encoding: br";

  private final List<String> command;
  private final Path election;
  private final Path work;

  /**
   * A benchmark.
   *
   * @param command starts {@code urnengang}, without its arguments
   * @param election folder of an election with constituencies and a night
   * @param work an empty folder
   */
  public PagesBench(List<String> command, Path election, Path work) {
    this.command = List.copyOf(command);
    this.election = election;
    this.work = work;
  }

  /** Alternating rounds after one that warms both up. */
  public BenchResult run(int rounds) {
    SignedNight night = SignedNight.of(election);
    for (int report = 0; report < night.reports(); report++) {
      night.report(report);
    }
    try (NodeUnderLoad node = NodeUnderLoad.start(command, night.vkey(), work)) {
      node.push(night);
      String page = page(night);
      int port = NodeUnderLoad.freePort();
      try (Child _ = Nginx.serving(node.fetch(page), port, work)) {
        return measure(rounds, node.address().resolve(page).toString(), Nginx.page(port));
      }
    }
  }

  private static String page(SignedNight night) {
    String constituency =
        night.day().areas().areas().stream()
            .filter(area -> area.level().key().equals("constituency"))
            .findFirst()
            .orElseThrow()
            .id();
    return "/%s/%s/%s"
        .formatted(night.day().key(), night.day().elections().getFirst().key(), constituency);
  }

  private static BenchResult measure(int rounds, String ours, String peer) {
    Wrk.round(ours, WARM_UP, BROTLI);
    Wrk.round(peer, SECONDS);
    List<Wrk> own = new ArrayList<>();
    List<Wrk> others = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      own.add(Wrk.round(ours, SECONDS, BROTLI));
      others.add(Wrk.round(peer, SECONDS, BROTLI));
    }
    return new BenchResult(
            "pages",
            "req/s",
            own.stream().map(Wrk::perSecond).toList(),
            others.stream().map(Wrk::perSecond).toList())
        .with("ours_p99_ms", BenchResult.median(own.stream().map(Wrk::p99).toList()))
        .with("peer_p99_ms", BenchResult.median(others.stream().map(Wrk::p99).toList()));
  }
}
