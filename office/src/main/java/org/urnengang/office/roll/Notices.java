package org.urnengang.office.roll;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.urnengang.office.platform.OfficeRefused;
import org.urnengang.rules.election.ElectionDay;

/** Wahlbenachrichtigungen (§ 19 BWO) of a day in some municipalities. */
public final class Notices {
  private final RollDatabase database;
  private final ElectionDay day;
  private final Set<String> registers;

  Notices(RollDatabase database, ElectionDay day, Set<String> registers) {
    this.database = database;
    this.day = day;
    this.registers = new TreeSet<>(registers);
  }

  private interface Work<T> {
    T in(NoticeStore store) throws SQLException;
  }

  private <T> T store(Work<T> work) {
    return database.transaction(
        registers, connection -> work.in(new NoticeStore(connection, day)), _ -> true);
  }

  /** Says what the notices of these municipalities say from now on. */
  public void put(NoticeText text) {
    store(
        store -> {
          for (String register : registers) {
            store.put(register, text);
          }
          return registers;
        });
  }

  /** What they say in one of these municipalities. */
  Optional<NoticeText> text() {
    return store(store -> store.text(registers.iterator().next()));
  }

  private NoticeText needed(String register) {
    return store(store -> store.text(register))
        .orElseThrow(
            () ->
                new OfficeRefused(
                    "Für %s fehlen die Texte der Wahlbenachrichtigung.".formatted(register)));
  }

  /**
   * Prints what has not been printed: one letter for each entry, also after a stop. Entries that
   * came later are in later batches.
   *
   * @throws OfficeRefused if a municipality has not said what its notices say
   */
  public NoticeReport print(Path folder) {
    registers.forEach(this::needed);
    NoticePrint.prepare(folder);
    NoticeReport report = NoticeReport.NONE;
    for (String register : registers) {
      report = report.planned(plan(register));
      NoticePrint print = new NoticePrint(day, needed(register), folder, register);
      for (int batch : store(store -> store.unprinted(register))) {
        NoticeStore.Printed printed =
            print.print(batch, store(store -> store.letters(register, batch)));
        store(
            store -> {
              store.put(register, printed);
              return printed;
            });
        report = report.plus(printed);
      }
      print.check(store(store -> store.printed(register)));
    }
    return report;
  }

  /** By COPY, which row-level security does not know; two at once would plan a letter twice. */
  private int plan(String register) {
    return database.transaction(
        connection -> {
          new PersonStore(connection).lock();
          return new NoticeStore(connection, day).plan(register);
        },
        _ -> true);
  }

  /** All letters of a district in one document, as a preview or for the office's own printer. */
  byte[] ofDistrict(String district) {
    String register = DistrictFinder.ags(district);
    return document(register, store(store -> store.ofDistrict(register, district)));
  }

  /** The letters of a person once more. */
  byte[] ofPerson(String register, long person) {
    return document(register, store(store -> store.ofPerson(register, person)));
  }

  private byte[] document(String register, List<NoticeLetter> letters) {
    try (NoticePaper paper = new NoticePaper(day, needed(register))) {
      letters.forEach(paper::add);
      return paper.bytes();
    }
  }
}
