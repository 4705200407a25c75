package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.urnengang.office.platform.OfficeRefused;
import org.urnengang.office.roll.Change;
import org.urnengang.office.roll.NoticeReport;
import org.urnengang.office.roll.NoticeText;
import org.urnengang.office.roll.PersonKey;

class NoticesTest extends RollOfTown {
  private static final String NOTICE =
      """
      town=Stadt Musterstadt
      office=Wahlamt
      sender=Stadt Musterstadt, Rathausplatz 1, 32100 Musterstadt
      contact=Telefon 05999 000-000
      hours=8 bis 18 Uhr
      objection=4. bis 8. September
      application=Freitag, 22. September 2017, 18 Uhr
      site=https://wahl.musterstadt.example/b/
      help=wahl.musterstadt.example/hilfe
      """;

  private NoticeReport print() {
    return roll.of(day).notices().print(folder.resolve("notices"));
  }

  @Test
  void each_entry_gets_one_notice_also_after_a_stop_and_late_ones_a_later_batch()
      throws IOException {
    take(
        adult("1", "Eins", "Hauptstraße;3;"),
        adult("2", "Zwei", "Am Bach;1;"),
        person("3", "Fern;Eva", "1980-01-01", "DEU", "2001-01-01", "Hauptstraße;1;")
            .replace("2001-01-01;;", "2001-01-01;2010-01-01;"));
    build();
    assertThatThrownBy(this::print).isInstanceOf(OfficeRefused.class).hasMessageContaining("Texte");
    Path text = Files.writeString(folder.resolve("texts.properties"), NOTICE);
    roll.of(day).notices().put(NoticeText.read(text));
    assertThat(print())
        .extracting(NoticeReport::letters, NoticeReport::pages)
        .containsExactly(2L, 4L);
    assertThat(print().letters()).as("nothing twice").isZero();
    Path index = folder.resolve("notices/" + TOWN + "-0001.csv");
    String before = Files.readString(index);
    assertThat(before.lines().skip(1).map(line -> line.split(";", -1)[3]))
        .as("by street")
        .containsExactly("05999004-0001", "05999004-0001");
    assertThat(Files.readString(folder.resolve("notices/" + TOWN + "-0001.sha256")).lines())
        .hasSize(2);
    TestDatabases.execute(database, "DELETE FROM roll.notice_batch");
    Files.delete(index);
    assertThat(print().letters()).as("a batch that was not finished").isEqualTo(2);
    assertThat(index).hasContent(before);
    assertThat(enter(new PersonKey(TOWN, "3"), "2017-09-01")).isEqualTo(Change.DONE);
    assertThat(print().letters()).as("the late one").isOne();
    assertThat(Files.readString(folder.resolve("notices/" + TOWN + "-pruefblatt.csv")))
        .contains(
            "batch;file;letters;pages;bytes;sha256",
            TOWN + "-0001.pdf;2;4;",
            TOWN + "-0002.pdf;1;2;");
    assertThatThrownBy(this::build).isInstanceOf(OfficeRefused.class);
  }
}
