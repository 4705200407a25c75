package org.urnengang.formats.imports;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.urnengang.formats.folder.DistrictInElection;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.rules.election.ElectionDay;

/**
 * Follows the count of somebody who publishes official files, and hands on every change as a report
 * or a correction: a neighbour without Urnengang can so feed a shared constituency.
 */
public final class NightFollower implements AutoCloseable {
  private final ImportFormat format;
  private final Feed feed;
  private final Follow follow;
  private final Consumer<RecordedReport> consumer;
  private final Translation translation;
  private final Map<DistrictInElection, Map<String, String>> handed = new HashMap<>();
  private final States states = new States();
  private Optional<Feed.Fetch> pending = Optional.empty();

  /**
   * What is followed.
   *
   * @param day the day as the office has it: reports are put into its letters, districts it does
   *     not have are left out
   * @param clock the clock of the day, for the times of reports
   * @param options what the files do not say
   */
  public record Follow(ElectionDay day, InstantSource clock, ImportOptions options) {}

  private NightFollower(
      ImportFormat format, Feed feed, Follow follow, Consumer<RecordedReport> consumer) {
    this.format = format;
    this.feed = feed;
    this.follow = follow;
    this.consumer = consumer;
    this.translation = new Translation(follow.day());
  }

  /**
   * Follows a folder: a state per subfolder, or per file where the format has one file, in the
   * order of their names; else all its files together, which are overwritten.
   *
   * @param consumer gets each report in the order of elections and districts
   */
  public static NightFollower ofFolder(
      ImportFormat format, Path folder, Follow follow, Consumer<RecordedReport> consumer) {
    return new NightFollower(format, new FolderFeed(format, folder), follow, consumer);
  }

  /**
   * Follows web addresses, which together are one state. The address of an {@code open_data.json}
   * stands for the CSV files it lists.
   *
   * @throws IllegalArgumentException if an address is not http or https
   */
  public static NightFollower ofUrls(
      ImportFormat format, List<URI> addresses, Follow follow, Consumer<RecordedReport> consumer) {
    return new NightFollower(format, new WebFeed(addresses), follow, consumer);
  }

  /** What was handed on before a restart: only changes against it are handed on again. */
  public NightFollower knowing(Iterable<RecordedReport> reports) {
    for (RecordedReport report : reports) {
      handed.put(new DistrictInElection(report.election(), report.district()), report.figures());
    }
    return this;
  }

  /**
   * Looks again and again.
   *
   * @param every pause between two looks without a change
   * @param goOn told of every look; stops when it says false
   */
  public void follow(Duration every, Predicate<Poll> goOn) throws InterruptedException {
    Poll poll = poll();
    while (goOn.test(poll)) {
      if (!(poll instanceof Poll.Changed)) {
        Thread.sleep(every);
      }
      poll = poll();
    }
  }

  /** Looks once; if the consumer fails, the same state is taken again the next time. */
  public Poll poll() {
    return switch (pending.orElseGet(feed::next)) {
      case Feed.Fetch.Nothing nothing -> new Poll.Unchanged();
      case Feed.Fetch.Failed failed -> new Poll.Skipped(failed.name(), failed.reason());
      case Feed.Fetch.Files files -> {
        pending = Optional.of(files);
        Poll poll = take(files);
        pending = Optional.empty();
        yield poll;
      }
    };
  }

  private Poll take(Feed.Fetch.Files files) {
    Snapshot snapshot;
    try {
      snapshot = Snapshot.read(format, files.files(), follow.options());
    } catch (BadFile e) {
      return new Poll.Skipped(files.name(), e.refused().sentence());
    }
    Optional<String> reason = states.whyNotNext(snapshot, files.asOf());
    if (reason.isPresent()) {
      return new Poll.Skipped(files.name(), reason.get());
    }
    Poll.Changed changed = handOn(files.name(), snapshot);
    states.accept(snapshot, files.asOf());
    boolean nothing = changed.reports() + changed.corrections() == 0 && changed.refused().isEmpty();
    return nothing ? new Poll.Unchanged() : changed;
  }

  private Poll.Changed handOn(String name, Snapshot snapshot) {
    List<RefusedRow> refused = new ArrayList<>();
    int reports = 0;
    int corrections = 0;
    for (Judged judged : snapshot.reports().values()) {
      switch (translation.translate(snapshot.plan(), judged)) {
        case Translation.Outcome.Foreign foreign -> {}
        case Translation.Outcome.Unfit unfit ->
            refused.add(
                new RefusedRow(
                    name, judged.origin().line(), unfit.letter(), unfit.value(), unfit.reason()));
        case Translation.Outcome.Fitting fitting -> {
          Optional<RecordedReport> report = handOn(name, judged.id(), fitting);
          reports += report.filter(one -> !one.isCorrection()).isPresent() ? 1 : 0;
          corrections += report.filter(RecordedReport::isCorrection).isPresent() ? 1 : 0;
        }
      }
    }
    return new Poll.Changed(name, reports, corrections, refused);
  }

  /** Hands a report on if it says something new. */
  private Optional<RecordedReport> handOn(
      String name, String district, Translation.Outcome.Fitting fitting) {
    DistrictInElection place = new DistrictInElection(fitting.election(), district);
    Optional<Map<String, String>> before = Optional.ofNullable(handed.get(place));
    if (before.filter(fitting.figures()::equals).isPresent()) {
      return Optional.empty();
    }
    RecordedReport report =
        new RecordedReport(
            fitting.election(),
            district,
            now(place),
            before.map(figures -> "Die Quelle hat berichtigt: " + name),
            fitting.figures());
    consumer.accept(report);
    handed.put(place, fitting.figures());
    return Optional.of(report);
  }

  private OffsetDateTime now(DistrictInElection place) {
    ZoneOffset offset =
        follow
            .day()
            .election(place.election())
            .map(election -> election.pollsClose().at().getOffset())
            .orElse(ZoneOffset.UTC);
    return follow.clock().instant().atOffset(offset);
  }

  @Override
  public void close() {
    feed.close();
  }
}
