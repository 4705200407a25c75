package org.urnengang.rehearsal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * {@code bench crowd}: from no reader to full load in ten seconds, beside 5,000 connections that
 * never end their request, while polling stations report to the office on the same machine. Peer is
 * nginx with the same page as a static file in the same crowd.
 */
public final class CrowdBench {
  private static final int SLOW = 5_000;
  private static final int STEPS = 10;
  private static final int STEP_CONNECTIONS = 13;
  private static final int HELD_SECONDS = 10;
  private static final long BETWEEN_REPORTS = 50;
  private static final int REPORTS = (STEPS + HELD_SECONDS) * 1_000 / (int) BETWEEN_REPORTS;
  private static final String BROTLI = "Accept-Encoding: br";
  private static final String PAGE =
      "/" + SyntheticElection.DAY + "/" + SyntheticElection.ELECTION + "/land";

  private final OfficeUnderLoad office;
  private final NodeUnderLoad node;
  private final Path work;
  private int next;
  private int refused;

  private CrowdBench(OfficeUnderLoad office, NodeUnderLoad node, Path work) {
    this.office = office;
    this.node = node;
    this.work = work;
  }

  /** Districts that a run needs. */
  public static int districts(int rounds) {
    return REPORTS * rounds + 1;
  }

  /** A free port for the node that the office publishes to. */
  public static int freePort() {
    return NodeUnderLoad.freePort();
  }

  /**
   * Runs it.
   *
   * @param office a running office with {@link SyntheticElection}, which publishes to the node
   * @param vkey the key of its ledger
   * @param command starts {@code urnengang}, without its arguments
   * @param port of the node
   * @param work an empty folder
   */
  public static BenchResult run(
      int rounds, OfficeUnderLoad office, String vkey, List<String> command, int port, Path work) {
    try (NodeUnderLoad node = NodeUnderLoad.start(command, vkey, port, work)) {
      return new CrowdBench(office, node, work).run(rounds);
    }
  }

  private BenchResult run(int rounds) {
    report(next++);
    node.awaitPage(PAGE);
    int port = NodeUnderLoad.freePort();
    try (Child _ = Nginx.serving(node.fetch(PAGE), port, work)) {
      List<Double> ours = new ArrayList<>();
      List<Double> peer = new ArrayList<>();
      List<Double> rates = new ArrayList<>();
      List<Double> peerRates = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        Crowd own = crowd(node.port(), node.address().resolve(PAGE).toString(), this::reports);
        Crowd other = crowd(port, Nginx.page(port), () -> true);
        ours.add(own.p99());
        peer.add(other.p99());
        rates.add(own.perSecond());
        peerRates.add(other.perSecond());
      }
      return new BenchResult("crowd", "ms p99 of pages", ours, peer)
          .with("pages_per_s", BenchResult.median(rates))
          .with("peer_pages_per_s", BenchResult.median(peerRates))
          .with("slow_connections", SLOW)
          .with("reports", next)
          .with("reports_refused", refused);
    }
  }

  /** What a crowd met: answers per second at full load, and the worst step's p99. */
  private record Crowd(double perSecond, double p99) {}

  private static Crowd crowd(int port, String page, Callable<Boolean> meanwhile) {
    try (SlowConnections _ = SlowConnections.open(port, SLOW);
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(STEPS);
        ExecutorService beside = Executors.newSingleThreadExecutor()) {
      List<Future<Wrk>> steps = new ArrayList<>();
      for (int step = 0; step < STEPS; step++) {
        int seconds = HELD_SECONDS + STEPS - step;
        steps.add(
            clock.schedule(
                () -> Wrk.round(page, seconds, 1, STEP_CONNECTIONS, BROTLI),
                step,
                TimeUnit.SECONDS));
      }
      Future<Boolean> other = beside.submit(meanwhile);
      double rate = 0;
      double p99 = 0;
      for (Future<Wrk> step : steps) {
        rate += step.get().perSecond();
        p99 = Math.max(p99, step.get().p99());
      }
      other.get();
      return new Crowd(rate, p99);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the crowd was sent away", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A report each 50 ms, or as soon as the one before is answered. */
  private boolean reports() throws InterruptedException, ExecutionException {
    try (ScheduledExecutorService stations = Executors.newSingleThreadScheduledExecutor()) {
      List<Future<?>> sent = new ArrayList<>();
      for (int i = 0; i < REPORTS; i++) {
        int number = next++;
        sent.add(
            stations.schedule(() -> report(number), i * BETWEEN_REPORTS, TimeUnit.MILLISECONDS));
      }
      for (Future<?> one : sent) {
        one.get();
      }
      return true;
    }
  }

  private void report(int number) {
    try (LoadClient client = office.connect()) {
      if (SyntheticElection.send(client, office.token(), number) != 201) {
        refused++;
      }
    } catch (IOException e) {
      refused++;
    }
  }
}
