package org.urnengang.formats.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.CandidateList;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.Previous;
import org.urnengang.rules.election.Question;
import org.urnengang.rules.election.SeatTerms;
import org.urnengang.rules.record.ClosingCertificate;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an election folder, see docs/election-folder.md. The same content gives the same bytes on
 * every machine, and {@link ElectionFolder#read} gives the same content back.
 */
public final class ElectionFolderWriter {
  private static final String LINE_BREAK = "\n";

  private final Path folder;

  ElectionFolderWriter(Path folder) {
    this.folder = folder;
  }

  /** Writes everything but the records; closing certificates only if there are any. */
  public static void write(ElectionFolder content, Path folder) {
    write(content, Collections.emptyIterator(), folder);
  }

  /** The same for a day whose districts are too many to hold: they follow its other areas. */
  public static void write(ElectionFolder content, Iterator<Area> districts, Path folder) {
    ElectionFolderWriter writer = new ElectionFolderWriter(folder);
    try {
      Files.createDirectories(folder);
      writer.writeDay(content.day());
      writer.writeAreas(content.day(), districts);
      writer.writeBallots(content.day());
      writer.writeLists(content.day());
      writer.writeCertificates(content.certificates());
      BackgroundWriter.write(content.day(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the records of a night, which are in order. */
  public static void writeRecords(ElectionDay day, List<RecordedReport> records, Path folder) {
    boolean withA3 =
        records.stream().anyMatch(record -> record.figures().containsKey(RecordsFile.A3));
    writeRecords(day, records.iterator(), withA3, folder);
  }

  /**
   * The same for records that are too many to hold.
   *
   * @param withA3 whether there is a column for A3
   */
  public static void writeRecords(
      ElectionDay day, Iterator<RecordedReport> records, boolean withA3, Path folder) {
    List<String> columns = RecordsFile.columns(day);
    if (withA3) {
      columns.add(columns.indexOf("A2") + 1, RecordsFile.A3);
    }
    try (CsvWriter csv = new ElectionFolderWriter(folder).open(RecordsFile.NAME, columns)) {
      while (records.hasNext()) {
        csv.writeRecord(cells(records.next(), columns));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(RecordedReport record, List<String> columns) {
    if (!columns.containsAll(record.figures().keySet())) {
      throw new IllegalArgumentException("no such letters: " + record.figures());
    }
    List<String> cells = new ArrayList<>();
    cells.add(record.election());
    cells.add(record.district());
    cells.add(time(record.at()));
    cells.add(record.reason().orElse(""));
    for (String letter : columns.subList(cells.size(), columns.size())) {
      cells.add(record.figures().getOrDefault(letter, ""));
    }
    return cells;
  }

  private static String time(OffsetDateTime at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
  }

  private void writeDay(ElectionDay day) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", DayFile.FORMAT);
    json.put("date", day.date().toString());
    json.put("rehearsal", day.rehearsal());
    json.put("title", day.title());
    json.put("subtitle", day.subtitle());
    json.put("ledger", day.ledger());
    json.put("source", day.source());
    json.put("authorities", day.authorities().stream().map(ElectionFolderWriter::json).toList());
    json.put(
        "elections",
        day.elections().stream()
            .map(election -> json(election, day.background().before(election.key())))
            .toList());
    DefaultIndenter indenter = new DefaultIndenter("  ", LINE_BREAK);
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    String text = JsonMapper.shared().writer().with(printer).writeValueAsString(json);
    Files.writeString(folder.resolve(DayFile.NAME), text + LINE_BREAK);
  }

  private static Map<String, Object> json(Authority authority) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", authority.key());
    json.put("name", authority.name());
    authority.verificationKey().ifPresent(vkey -> json.put("vkey", vkey));
    return json;
  }

  private static Map<String, Object> json(Election election, Optional<Previous> previous) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", election.key());
    json.put("name", election.name());
    json.put("title", election.title());
    json.put("kind", election.kind().key());
    json.put("law", election.law());
    json.put("scope", election.scope());
    json.put(
        "polls_close",
        ordered("at", time(election.pollsClose().at()), "law", election.pollsClose().law()));
    json.put(
        "votes",
        election.votes().stream()
            .map(vote -> ordered("key", vote.key(), "name", vote.name()))
            .toList());
    election.question().ifPresent(question -> putQuestion(json, question));
    previous.ifPresent(
        before -> {
          Map<String, Object> named =
              ordered("name", before.name(), "date", before.date().toString());
          named.put("source", before.source());
          json.put("previous", named);
        });
    putSeats(json, election.seats());
    return json;
  }

  private static void putQuestion(Map<String, Object> json, Question question) {
    json.put("question", question.text());
    json.put("quorum", ordered("percent", question.quorumPercent(), "law", question.quorumLaw()));
    question.entitled().ifPresent(entitled -> json.put("entitled", entitled));
  }

  private static void putSeats(Map<String, Object> json, SeatTerms seats) {
    if (!seats.inhabitants().isEmpty()) {
      json.put(
          "inhabitants",
          seats.inhabitants().entrySet().stream()
              .map(entry -> ordered("area", entry.getKey(), "number", entry.getValue()))
              .toList());
    }
    if (seats.reduction() > 0) {
      json.put("reduction", seats.reduction());
    }
  }

  private static Map<String, Object> ordered(
      String key1, Object value1, String key2, Object value2) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(key1, value1);
    json.put(key2, value2);
    return json;
  }

  private void writeAreas(ElectionDay day, Iterator<Area> districts) throws IOException {
    try (CsvWriter csv = open(AreasFile.NAME, AreasFile.COLUMNS)) {
      day.areas().areas().forEach(area -> csv.writeRecord(cells(area, day)));
      districts.forEachRemaining(area -> csv.writeRecord(cells(area, day)));
    }
  }

  private static List<String> cells(Area area, ElectionDay day) {
    List<String> cells = new ArrayList<>();
    cells.add(area.id());
    cells.add(area.level().key());
    cells.add(area.name());
    cells.add(String.join(" ", area.parents()));
    cells.addAll(districtCells(area.district(), day));
    return cells;
  }

  private static List<String> districtCells(Optional<CountingDistrict> some, ElectionDay day) {
    if (some.isEmpty()) {
      return List.of("", "", "", "");
    }
    CountingDistrict district = some.get();
    List<String> elections =
        day.elections().stream().map(Election::key).filter(district.elections()::contains).toList();
    return List.of(
        district.kind().key(),
        district.authority(),
        district.mergedInto().orElse(""),
        String.join(" ", elections));
  }

  private void writeBallots(ElectionDay day) throws IOException {
    try (CsvWriter csv = open(BallotFile.NAME, BallotFile.COLUMNS)) {
      for (Election election : day.elections()) {
        for (Ballot ballot : election.ballots()) {
          for (Ballot.Line line : ballot.lines()) {
            BallotOption option = election.option(line.no());
            csv.writeRecord(
                election.key(),
                ballot.vote(),
                ballot.scope(),
                String.valueOf(option.no()),
                option.shortName(),
                option.name(),
                line.nominee().orElse(""),
                option.color(),
                option.colorDark());
          }
        }
      }
    }
  }

  /** Only if an election has lists. */
  private void writeLists(ElectionDay day) throws IOException {
    if (day.elections().stream().allMatch(election -> election.seats().lists().isEmpty())) {
      Files.deleteIfExists(folder.resolve(ListsFile.NAME));
      return;
    }
    try (CsvWriter csv = open(ListsFile.NAME, ListsFile.COLUMNS)) {
      for (Election election : day.elections()) {
        for (CandidateList list : election.seats().lists()) {
          int place = 1;
          for (String person : list.persons()) {
            csv.writeRecord(
                election.key(),
                list.scope(),
                String.valueOf(list.no()),
                String.valueOf(place++),
                person);
          }
        }
      }
    }
  }

  private void writeCertificates(Map<DistrictInElection, ClosingCertificate> certificates)
      throws IOException {
    if (certificates.isEmpty()) {
      Files.deleteIfExists(folder.resolve(CertificatesFile.NAME));
      return;
    }
    try (CsvWriter csv = open(CertificatesFile.NAME, CertificatesFile.COLUMNS)) {
      certificates.forEach(
          (place, certificate) ->
              csv.writeRecord(
                  place.election(),
                  place.district(),
                  String.valueOf(certificate.withoutMark()),
                  String.valueOf(certificate.withMark()),
                  String.valueOf(certificate.afterClosing()),
                  String.valueOf(certificate.onElectionDay())));
    }
  }

  CsvWriter open(String name, List<String> columns) throws IOException {
    CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(';')
            .lineDelimiter(LineDelimiter.LF)
            .build(folder.resolve(name));
    csv.writeRecord(columns);
    return csv;
  }
}
