package org.urnengang.formats.imports;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;
import org.urnengang.formats.folder.DistrictInElection;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.formats.imports.ReportTaker.Taken;
import org.urnengang.rules.election.ElectionDay;

/**
 * Follows the count of somebody who publishes official files, and hands on every change as a report
 * or a correction: a neighbour without Urnengang can so feed a shared constituency.
 */
public final class NightFollower implements AutoCloseable {
  private final ImportFormat format;
  private final Feed feed;
  private final Follow follow;
  private final ReportTaker taker;
  private final Translation translation;
  private final Map<DistrictInElection, Map<String, String>> handed = new HashMap<>();
  private final States states = new States();
  private Optional<Feed.Fetch> pending = Optional.empty();
  private final Queue<Poll> passedOver = new ArrayDeque<>();
  private boolean catchingUp;

  /**
   * What is followed.
   *
   * @param day the day as the office has it: reports are put into its letters, districts it does
   *     not have are left out
   * @param clock the clock of the day, for the times of reports
   * @param options what the files do not say
   */
  public record Follow(ElectionDay day, InstantSource clock, ImportOptions options) {}

  private NightFollower(ImportFormat format, Feed feed, Follow follow, ReportTaker taker) {
    this.format = format;
    this.feed = feed;
    this.follow = follow;
    this.taker = taker;
    this.translation = new Translation(follow.day());
  }

  /**
   * Follows a folder: a state per subfolder, or per file where the format has one file, in the
   * order of their names; else all its files together, which are overwritten.
   *
   * @param taker gets each report in the order of elections and districts
   */
  public static NightFollower ofFolder(
      ImportFormat format, Path folder, Follow follow, ReportTaker taker) {
    return new NightFollower(format, new FolderFeed(format, folder), follow, taker);
  }

  /**
   * Follows web addresses, which together are one state. The address of an {@code open_data.json}
   * stands for the CSV files it lists.
   *
   * @throws IllegalArgumentException if an address is not http or https
   */
  public static NightFollower ofUrls(
      ImportFormat format, List<URI> addresses, Follow follow, ReportTaker taker) {
    return new NightFollower(format, new WebFeed(addresses), follow, taker);
  }

  /** What was handed on before a restart: only changes against it are handed on again. */
  public NightFollower knowing(Iterable<RecordedReport> reports) {
    for (RecordedReport report : reports) {
      handed.put(new DistrictInElection(report.election(), report.district()), report.figures());
    }
    return this;
  }

  /**
   * Begins with the last sound one of the states in a folder: after a restart the earlier ones
   * would take back what was corrected since.
   */
  public NightFollower fromLatest() {
    catchingUp = feed instanceof FolderFeed;
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

  /** Looks once; if the taker fails, the same state is taken again the next time. */
  public Poll poll() {
    if (catchingUp) {
      pending = latest();
      catchingUp = false;
    }
    if (!passedOver.isEmpty()) {
      return passedOver.remove();
    }
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

  /** Passes over the states that are there, up to the last one that can be taken. */
  private Optional<Feed.Fetch> latest() {
    Optional<Feed.Fetch> last = Optional.empty();
    while (feed.next() instanceof Feed.Fetch.Files files) {
      switch (read(files)) {
        case State.Unfit unfit -> passedOver.add(new Poll.Skipped(files.name(), unfit.reason()));
        case State.Next next -> {
          states.accept(next.snapshot(), files.asOf());
          last = Optional.of(files);
        }
      }
    }
    return last;
  }

  private Poll take(Feed.Fetch.Files files) {
    return switch (read(files)) {
      case State.Unfit unfit -> new Poll.Skipped(files.name(), unfit.reason());
      case State.Next next -> {
        Poll.Changed changed = handOn(files.name(), next.snapshot());
        states.accept(next.snapshot(), files.asOf());
        boolean nothing =
            changed.reports() + changed.corrections() == 0 && changed.refused().isEmpty();
        yield nothing ? new Poll.Same(files.name()) : changed;
      }
    };
  }

  /** What a state is to those before it. */
  private sealed interface State {
    /** It comes after them. */
    record Next(Snapshot snapshot) implements State {}

    /** It cannot be read, or came before. */
    record Unfit(String reason) implements State {}
  }

  private State read(Feed.Fetch.Files files) {
    try {
      Snapshot snapshot = Snapshot.read(format, files.files(), follow.options());
      Optional<String> reason = states.whyNotNext(snapshot, files.asOf());
      return reason.isPresent() ? new State.Unfit(reason.get()) : new State.Next(snapshot);
    } catch (BadFile e) {
      return new State.Unfit(e.refused().sentence());
    }
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
          RecordedReport report = report(name, judged.id(), fitting);
          if (isHanded(report)) {
            continue;
          }
          switch (taker.take(report)) {
            case Taken.Refused(String reason) -> {
              refused.add(new RefusedRow(name, judged.origin().line(), "", judged.id(), reason));
              continue;
            }
            case Taken.Reported _ -> reports++;
            case Taken.Corrected _ -> corrections++;
            case Taken.Known _ -> {}
          }
          handed.put(place(report), report.figures());
        }
      }
    }
    return new Poll.Changed(name, reports, corrections, refused);
  }

  private RecordedReport report(String name, String district, Translation.Outcome.Fitting fitting) {
    DistrictInElection place = new DistrictInElection(fitting.election(), district);
    return new RecordedReport(
        fitting.election(),
        district,
        now(place),
        handed.containsKey(place)
            ? Optional.of("Die Quelle hat berichtigt: " + name)
            : Optional.empty(),
        fitting.figures());
  }

  private static DistrictInElection place(RecordedReport report) {
    return new DistrictInElection(report.election(), report.district());
  }

  /** Whether these figures were handed on before. */
  private boolean isHanded(RecordedReport report) {
    return report.figures().equals(handed.get(place(report)));
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
