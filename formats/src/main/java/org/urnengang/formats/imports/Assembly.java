package org.urnengang.formats.imports;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.ElectionFolderWriter;
import org.urnengang.formats.folder.RecordedReport;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.record.Letters;

/** Writes the election folder: areas by level and id, districts by id, reports by time. */
final class Assembly implements AutoCloseable {
  private final Plan plan;
  private final NightTimes times;
  private final List<Letters> letters;
  private final Summing summing;
  private final ExternalSort districts;
  private final ExternalSort records;
  private final Set<String> parents = new HashSet<>();
  private final Set<String> dropped = new HashSet<>();
  private boolean outsideRoll;
  private long written;

  Assembly(Plan plan, Path temporary) {
    this.plan = plan;
    this.times = new NightTimes(plan.day());
    this.letters = plan.letters();
    this.summing = new Summing(plan);
    this.districts = new ExternalSort(temporary, "districts");
    this.records = new ExternalSort(temporary, "records");
  }

  void add(Judged judged) {
    parents.addAll(judged.place().parents());
    districts.add(judged.id(), JudgedCodec.district(judged));
    judged.figures().ifPresent(figures -> add(judged, figures));
  }

  private void add(Judged judged, SourceFigures figures) {
    int election = judged.election();
    outsideRoll |= figures.has(Letters.A3);
    OffsetDateTime at = times.at(election, judged.id(), judged.place().kind());
    String key =
        String.format(Locale.ROOT, "%012d %02d %s", at.toEpochSecond(), election, judged.id());
    records.add(key, JudgedCodec.figures(figures, letters.get(election)));
  }

  /** Writes everything; districts that got the same id are refused in the log. */
  void write(Path folder, Sources sources, ImportLog log) {
    ElectionDay day = dayWithUsedAreas();
    Iterator<Area> areas =
        new DistrictAreas(plan, districts.sorted(), found -> refuse(found, sources, log));
    ElectionFolderWriter.write(new ElectionFolder(day, Map.of()), counted(areas), folder);
    ElectionFolderWriter.writeRecords(day, reports(), outsideRoll, folder);
  }

  private void refuse(JudgedCodec.District found, Sources sources, ImportLog log) {
    dropped.add(found.id());
    log.refuse(
        new RefusedRow(
            sources.name(found.origin().file()),
            found.origin().line(),
            "",
            found.id(),
            "Zwei verschiedene Bezirke haben dieselbe Nummer, wenn nur a–z, 0–9, - und _ bleiben."));
  }

  private Iterator<Area> counted(Iterator<Area> areas) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return areas.hasNext();
      }

      @Override
      public Area next() {
        written++;
        return areas.next();
      }
    };
  }

  private ElectionDay dayWithUsedAreas() {
    ElectionDay day = plan.day();
    Set<String> used = new HashSet<>(parents);
    for (Election election : day.elections()) {
      used.add(election.scope());
      election.ballots().stream().map(Ballot::scope).forEach(used::add);
    }
    Set<String> needed = Forms.closure(day.areas(), used);
    List<Area> areas = new ArrayList<>(day.areas().areas());
    areas.removeIf(area -> !needed.contains(area.id()));
    areas.sort(Comparator.comparing(Area::level).thenComparing(Area::id));
    return new ElectionDay(
        day.date(),
        day.rehearsal(),
        day.title(),
        day.subtitle(),
        day.ledger(),
        day.source(),
        day.authorities(),
        AreaGraph.of(areas),
        day.elections());
  }

  private Iterator<RecordedReport> reports() {
    Iterator<ExternalSort.Item> sorted = records.sorted();
    return new Iterator<>() {
      private Optional<RecordedReport> next = advance();

      @Override
      public boolean hasNext() {
        return next.isPresent();
      }

      @Override
      public RecordedReport next() {
        RecordedReport report = next.orElseThrow();
        next = advance();
        return report;
      }

      private Optional<RecordedReport> advance() {
        while (sorted.hasNext()) {
          ExternalSort.Item item = sorted.next();
          String[] key = item.key().split(" ", 3);
          if (!dropped.contains(key[2])) {
            return Optional.of(report(key, item.value()));
          }
        }
        return Optional.empty();
      }
    };
  }

  private RecordedReport report(String[] key, byte[] value) {
    int election = Integer.parseInt(key[1]);
    SourceFigures figures = JudgedCodec.figures(value, letters.get(election));
    summing.add(election, figures);
    return new RecordedReport(
        plan.election(election).key(),
        key[2],
        at(election, Long.parseLong(key[0])),
        Optional.empty(),
        figures.toText(letters.get(election)));
  }

  private OffsetDateTime at(int election, long epochSecond) {
    return OffsetDateTime.ofInstant(
        Instant.ofEpochSecond(epochSecond), plan.election(election).pollsClose().at().getOffset());
  }

  long districts() {
    return written;
  }

  List<ImportReport.Sums> sums() {
    return summing.sums();
  }

  @Override
  public void close() {
    districts.close();
    records.close();
  }
}
