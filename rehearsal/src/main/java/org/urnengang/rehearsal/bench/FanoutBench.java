package org.urnengang.rehearsal.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * {@code bench fanout}: ten thousand readers of a day's versions while a report comes every 100 ms;
 * milliseconds from the first reader who hears of a version to the last, beside a bare Netty loop
 * that writes the same bytes to as many sockets in the same rhythm.
 */
public final class FanoutBench {
  private static final int READERS = 10_000;
  private static final int STALLED = READERS / 20;
  private static final long BETWEEN_REPORTS = 100;
  private static final long ROUND_MILLIS = 5_000;
  private static final String HEAP = "-Xmx512m";

  private final List<String> java;
  private final List<String> command;
  private final Path work;
  private final SignedNight night;
  private int next;

  /**
   * A benchmark.
   *
   * @param java starts a class of this program, without its name
   * @param main the class of {@code urnengang}
   * @param election folder of an election with a night
   * @param work an empty folder
   */
  public FanoutBench(List<String> java, String main, Path election, Path work) {
    this.java = new ArrayList<>(java);
    this.java.add(1, HEAP);
    this.command = new ArrayList<>(this.java);
    command.add(main);
    this.work = work;
    this.night = SignedNight.of(election);
  }

  /** Alternating rounds after one that warms both up. */
  public BenchResult run(int rounds) {
    if ((rounds + 1L) * 2 * ROUND_MILLIS / BETWEEN_REPORTS > night.reports()) {
      throw new IllegalArgumentException("the night has " + night.reports() + " reports only");
    }
    try (NodeUnderLoad node = NodeUnderLoad.start(command, night.vkey(), work)) {
      node.push(night);
      String path = "/" + night.day().key() + "/events";
      int port = NodeUnderLoad.freePort();
      try (Child _ = bare(port, firstBytes(node.port(), path))) {
        List<Double> ours = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        List<Double> most = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        for (int round = -1; round < rounds; round++) {
          Readers.Spread own = round(node, path, 0);
          Readers.Spread withStalled = round(node, path, STALLED);
          Readers.Spread floor = floor(port, path);
          if (round >= 0) {
            ours.add(own.last());
            peer.add(floor.last());
            most.add(own.p99());
            beside.add(withStalled.p99());
          }
        }
        return new BenchResult("fanout", "ms to the last reader", ours, peer)
            .with("readers", READERS)
            .with("p99_ms", BenchResult.median(most))
            .with("p99_ms_beside_stalled", BenchResult.median(beside))
            .with("stalled_ratio", BenchResult.median(beside) / BenchResult.median(most))
            .with("heap_limit_mb", 512)
            .with("resident_mb", Memory.resident(node.pid()));
      }
    }
  }

  private Readers.Spread round(NodeUnderLoad node, String path, int stalled) {
    try (Readers readers = Readers.connect(node.port(), path, READERS, stalled)) {
      readers.record();
      report(node);
      return readers.end();
    }
  }

  /** A report every 100 ms, or as soon as the one before is in. */
  private void report(NodeUnderLoad node) {
    List<Future<?>> pushes = new ArrayList<>();
    try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
      for (long at = 0; at < ROUND_MILLIS; at += BETWEEN_REPORTS) {
        pushes.add(clock.schedule(() -> pushNext(node), at, TimeUnit.MILLISECONDS));
      }
      for (Future<?> push : pushes) {
        push.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a report did not reach the node", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void pushNext(NodeUnderLoad node) {
    night.report(next++);
    node.push(night);
  }

  private Readers.Spread floor(int port, String path) {
    try (Readers readers = Readers.connect(port, path, READERS, 0)) {
      readers.record();
      readers.awaitMillis(ROUND_MILLIS);
      return readers.end();
    }
  }

  private Child bare(int port, byte[] first) {
    try {
      Path head = Files.write(work.resolve("head"), first);
      List<String> bare = new ArrayList<>(java);
      bare.addAll(List.of(BareFanout.class.getName(), Integer.toString(port), head.toString()));
      bare.add(Integer.toString(night.version() + 1));
      return Child.listening(bare, port, work.resolve("bare.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a reader of the node gets before any new version. */
  private static byte[] firstBytes(int port, String path) {
    String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      byte[] bytes = new byte[8_192];
      int size = 0;
      while (!new String(bytes, 0, size, StandardCharsets.US_ASCII).contains("data: ")
          || bytes[size - 1] != '\n') {
        size += in.read(bytes, size, bytes.length - size);
      }
      return Arrays.copyOf(bytes, size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
