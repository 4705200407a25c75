package org.urnengang.rehearsal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code bench country}: the night of the European election 2024 at 1,000 reports a second, pushed
 * to a public node. The most milliseconds that its front page is behind what was sent; peer is the
 * signed checkpoint, the first thing that can be new.
 */
public final class CountryNight {
  private static final int AT_ONCE = 100;
  private static final long BETWEEN_PUSHES = 100;
  private static final long BETWEEN_LOOKS = 50;
  private static final Pattern PAGE_VERSION = Pattern.compile("data-version=\"([0-9]+)\"");
  private static final Pattern LOG_SIZE = Pattern.compile("^[^\\n]+\\n([0-9]+)\\n");
  private static final double MILLI = 1e6;

  private final SignedNight night;
  private final NodeUnderLoad node;
  private final HttpClient client = HttpClient.newHttpClient();

  /** When each entry was sent, in nanoseconds; 0 while it was not. */
  private final AtomicLongArray sent;

  private CountryNight(SignedNight night, NodeUnderLoad node) {
    this.night = night;
    this.node = node;
    this.sent = new AtomicLongArray(night.version() + night.reports() + 1);
  }

  /**
   * Plays the night once.
   *
   * @param command starts {@code urnengang}, without its arguments
   * @param election folder of the imported election
   * @param work an empty folder
   */
  public static BenchResult run(List<String> command, Path election, Path work) {
    SignedNight night = SignedNight.of(election);
    try (NodeUnderLoad node = NodeUnderLoad.start(command, night.vkey(), work)) {
      node.push(night);
      return new CountryNight(night, node).play();
    }
  }

  private BenchResult play() {
    String page = "/" + night.day().key() + "/" + night.day().elections().getFirst().key();
    List<Double> behind = new ArrayList<>();
    List<Double> checkpointBehind = new ArrayList<>();
    try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(2)) {
      var looks =
          clock.scheduleWithFixedDelay(
              () -> {
                behind.add(behind(page, PAGE_VERSION));
                checkpointBehind.add(behind("/" + night.day().key() + "/log/checkpoint", LOG_SIZE));
              },
              0,
              BETWEEN_LOOKS,
              TimeUnit.MILLISECONDS);
      List<Future<?>> pushes = new ArrayList<>();
      long start = System.nanoTime();
      for (int first = 0; first < night.reports(); first += AT_ONCE) {
        int from = first;
        pushes.add(
            clock.schedule(
                () -> push(from), first / AT_ONCE * BETWEEN_PUSHES, TimeUnit.MILLISECONDS));
      }
      for (Future<?> push : pushes) {
        push.get();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      looks.cancel(false);
      return result(behind, checkpointBehind, night.reports() / seconds);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the node does not take the night", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private BenchResult result(List<Double> behind, List<Double> checkpoint, double rate) {
    List<Double> worst = List.of(Collections.max(behind));
    return new BenchResult("country", "ms behind", worst, List.of(Collections.max(checkpoint)))
        .with("median", BenchResult.median(behind))
        .with("peer_median", BenchResult.median(checkpoint))
        .with("looks", behind.size())
        .with("reports_per_s", rate)
        .with("resident_mb", Memory.resident(node.pid()))
        .with("most_resident_mb", Memory.mostResident(node.pid()));
  }

  /** A push that takes long delays the next one; its reports count as sent when it is due. */
  private synchronized void push(int first) {
    int end = Math.min(night.reports(), first + AT_ONCE);
    long now = System.nanoTime();
    for (int report = first; report < end; report++) {
      sent.set(night.version(), now);
      night.report(report);
    }
    node.push(night);
  }

  /** How long ago the first entry was sent that is not yet shown there. */
  private double behind(String path, Pattern version) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(node.address() + path)).build();
    try {
      String text = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      Matcher found = version.matcher(text);
      if (!found.find()) {
        throw new IllegalStateException(path + " has no version");
      }
      long since = sent.get(Integer.parseInt(found.group(1)));
      return since == 0 ? 0 : (System.nanoTime() - since) / MILLI;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
