package org.urnengang.rehearsal.night;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.urnengang.formats.folder.DistrictInElection;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.rules.election.ElectionDay;

/**
 * Plays a recorded election night into a running office, as its polling stations would: by HTTP,
 * several at a time, each report again with the same key until the office has answered.
 */
public final class NightPlayer {
  private final ElectionDay day;
  private final Playback playback;

  public NightPlayer(ElectionDay day, Playback playback) {
    this.day = day;
    this.playback = playback;
  }

  /**
   * Plays the records of an election folder and returns when every report is answered or given up.
   *
   * @throws org.urnengang.formats.folder.ElectionFolderException if the folder is unsound
   */
  public static Account play(Path folder, Playback playback) throws InterruptedException {
    ElectionDay day = ElectionFolder.read(folder).day();
    try (Stream<RecordedReport> records = ElectionFolder.records(folder, day)) {
      return new NightPlayer(day, playback).play(records.toList());
    }
  }

  /** Plays these reports, which are in order, and accounts for each of them. */
  public Account play(List<RecordedReport> records) throws InterruptedException {
    List<RecordedReport> ordered = playback.order().of(records);
    List<Future<Delivery>> deliveries = new ArrayList<>();
    long start = System.nanoTime();
    ExecutorService stations = Executors.newVirtualThreadPerTaskExecutor();
    try (ReportClient client =
        new ReportClient(day, playback.office(), playback.patience(), playback.token())) {
      Line line = new Line(client, stations, playback.clients());
      for (int i = 0; i < ordered.size(); i++) {
        OffsetDateTime now = records.get(i).at();
        Duration recorded = Duration.between(records.getFirst().at(), now);
        ReportClient.pauseUntil(start + playback.pace().due(recorded).toNanos());
        deliveries.add(line.send(ordered.get(i), now));
      }
      List<Delivery> done = new ArrayList<>();
      for (Future<Delivery> delivery : deliveries) {
        done.add(delivery.get());
      }
      return Account.of(done, Duration.ofNanos(System.nanoTime() - start));
    } catch (ExecutionException e) {
      throw new IllegalStateException("a report could not be sent", e.getCause());
    } finally {
      stations.shutdownNow();
    }
  }

  /** Sends so many reports at a time, and those of one district one after the other. */
  private static final class Line {
    private final ReportClient client;
    private final ExecutorService stations;
    private final Semaphore free;
    private final Map<DistrictInElection, CountDownLatch> latest = new HashMap<>();

    private Line(ReportClient client, ExecutorService stations, int clients) {
      this.client = client;
      this.stations = stations;
      this.free = new Semaphore(clients);
    }

    private Future<Delivery> send(RecordedReport report, OffsetDateTime now)
        throws InterruptedException {
      DistrictInElection place = new DistrictInElection(report.election(), report.district());
      CountDownLatch done = new CountDownLatch(1);
      CountDownLatch before = latest.getOrDefault(place, new CountDownLatch(0));
      latest.put(place, done);
      free.acquire();
      return stations.submit(
          () -> {
            try {
              before.await();
              return client.deliver(report, now);
            } finally {
              free.release();
              done.countDown();
            }
          });
    }
  }
}
