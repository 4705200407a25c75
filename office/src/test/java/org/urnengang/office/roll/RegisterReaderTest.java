package org.urnengang.office.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterReaderTest {
  private static final String HEADER = String.join(";", RegisterField.keys()) + "\n";
  private static final String ANNA =
      "05999004;P1;Dr.;von;Müller;Anna Şirin;f;1970-02-03;DEU;;;51;;;05999004;sole;2001-05-01;;"
          + "Hauptstraße;12;a;32100;Musterstadt\n";
  private static final String OTTO =
      "05999004;P2;;;Ōzols;Otto;m;1950-00-00;LVA DEU;court;2020-01-01;;yes;;05999004;main;"
          + "2001-05-01;;Am Bach;3;;32100;Musterstadt\n";
  private static final String OTTO_IN_BERLIN =
      ";;;;;;;;;;;;;;11000000;side;2010-01-01;2015-05-31;Turmstraße;5;;10551;Berlin\n";

  @TempDir Path folder;

  private final List<RegisteredPerson> people = new ArrayList<>();
  private final List<RefusedField> refused = new ArrayList<>();

  private void read(RegisterProfile profile, byte... file) throws IOException {
    Path path = folder.resolve("register.csv");
    Files.write(path, file);
    new RegisterReader(profile, Set.of("05999004"), people::add, refused::add).read(path);
  }

  private void read(String text) throws IOException {
    read(RegisterProfile.own(), text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> refusals() {
    return refused.stream().map(r -> r.line() + " " + r.field() + " " + r.reason()).toList();
  }

  @Test
  void a_person_is_read_with_all_its_dwellings() throws Exception {
    read(HEADER + ANNA + OTTO + OTTO_IN_BERLIN);
    assertThat(refusals()).isEmpty();
    assertThat(people).hasSize(2);
    assertThat(people.getFirst().familyName()).isEqualTo("Müller");
    assertThat(people.getFirst().residences()).hasSize(1);
    assertThat(people.getLast().residences()).hasSize(2);
    assertThat(people.getLast().residences().getLast().town()).isEqualTo("Berlin");
    assertThat(people.getLast().exclusion()).isPresent();
    assertThat(ResidenceText.parse(ResidenceText.of(people.getLast().residences())))
        .as("as the table keeps them")
        .isEqualTo(people.getLast().residences());
  }

  @Test
  void letters_are_composed() throws Exception {
    read(HEADER + Normalizer.normalize(ANNA, Normalizer.Form.NFD));
    assertThat(refusals()).isEmpty();
    assertThat(people.getFirst().givenNames()).isEqualTo("Anna Şirin");
  }

  /** Each row changes Anna's line in one place. */
  @ParameterizedTest
  @CsvSource({
    "1970-02-03, 1970-02-30, born, NO_DATE",
    "1970-02-03, 03.02.1970, born, NO_DATE",
    "1970-02-03, '', born, MISSING",
    "2001-05-01, 2001-13-01, moved_in, NO_DATE",
    "2001-05-01, 1969-12-31, moved_in, BEFORE_BIRTH",
    "2001-05-01;, 2001-05-01;2000-01-01, moved_out, ENDS_BEFORE_IT_BEGINS",
    "Müller, M\u00fc\uFFFDller, family_name, LETTER",
    "Müller, Мюллер, family_name, LETTER",
    "Müller, '', family_name, MISSING",
    "05999004;P1, 05758004;P1, register, FOREIGN_REGISTER",
    ";sole;, ;zweit;, kind, UNKNOWN_WORD",
    "DEU, deutsch, citizenships, UNKNOWN_WORD",
    ";05999004;sole, ;5999004;sole, ags, NOT_AN_AGS",
    ";05999004;sole, ;11000000;sole, ags, NO_DWELLING_HERE",
    "Hauptstraße, '', street, MISSING",
    ";51;, ;53;, block, UNKNOWN_WORD"
  })
  void what_cannot_be_is_refused_with_line_and_field(
      String written, String instead, String field, String reason) throws Exception {
    read(HEADER + OTTO + ANNA.replace(written, instead));
    assertThat(refusals()).contains("3 " + field + " " + reason);
    assertThat(people).as("the sound one").hasSize(1);
  }

  @Test
  void the_same_person_twice_is_refused() throws Exception {
    read(HEADER + ANNA + OTTO + ANNA);
    assertThat(refusals()).containsExactly("4 person PERSON_TWICE");
  }

  @Test
  void two_main_dwellings_are_refused_but_moving_on_one_day_is_not() throws Exception {
    String berlin = OTTO_IN_BERLIN.replace("side", "main");
    read(HEADER + OTTO + berlin);
    assertThat(refusals()).containsExactly("2 kind TWO_MAIN_DWELLINGS");
    refused.clear();
    read(HEADER + OTTO + berlin.replace("2010-01-01;2015-05-31", "1990-01-01;2001-05-01"));
    assertThat(refusals()).isEmpty();
  }

  @Test
  void a_cp1252_file_is_refused_at_its_line() throws Exception {
    read(
        RegisterProfile.own(),
        (HEADER + OTTO.replace("Ōzols", "Ozols") + ANNA.replace("Ş", "S"))
            .getBytes(Charset.forName("windows-1252")));
    assertThat(refusals()).containsExactly("3  NOT_UTF_8");
  }

  @ParameterizedTest
  @CsvSource({
    "'', EMPTY",
    "PK\u0003\u0004zip, ARCHIVE",
    "register;person, CUT_OFF",
    "regi\u0000ster, NOT_TEXT"
  })
  void what_is_no_register_is_refused_as_a_whole(String text, String reason) throws Exception {
    read(text);
    assertThat(refusals()).containsExactly("0  " + reason);
  }

  @Test
  void a_file_that_is_not_there_is_refused() {
    new RegisterReader(RegisterProfile.own(), Set.of(), people::add, refused::add)
        .read(folder.resolve("nowhere.csv"));
    assertThat(refusals()).containsExactly("0  NO_FILE");
  }

  @Test
  void a_missing_and_a_doubled_column_are_named() throws Exception {
    read(HEADER.replace("born;", "").replace("sex", "person") + ANNA);
    assertThat(refusals()).containsExactly("1 person COLUMN_TWICE", "1 born MISSING_COLUMN");
  }

  @Test
  void a_row_that_was_cut_is_refused() throws Exception {
    read(HEADER + ANNA + "05999004;P9;;;Bach\n");
    assertThat(refusals()).containsExactly("3  WRONG_FIELD_COUNT");
  }

  @Test
  void a_dwelling_without_a_person_above_is_refused() throws Exception {
    read(HEADER + OTTO_IN_BERLIN + ANNA);
    assertThat(refusals()).containsExactly("2 person NO_PERSON_ABOVE");
  }

  @Test
  void ten_gigabytes_of_zeros_are_refused_at_once() throws Exception {
    Path zeros = folder.resolve("zeros.csv");
    try (RandomAccessFile file = new RandomAccessFile(zeros.toFile(), "rw")) {
      file.setLength(10L << 30);
    }
    new RegisterReader(RegisterProfile.own(), Set.of(), people::add, refused::add).read(zeros);
    assertThat(refusals()).containsExactly("0  NOT_TEXT");
  }

  @Test
  void zeros_behind_a_header_are_refused_without_reading_them_into_memory() throws Exception {
    Path zeros = folder.resolve("zeros.csv");
    byte[] header = (HEADER + ANNA.repeat(60)).getBytes(StandardCharsets.UTF_8);
    try (RandomAccessFile file = new RandomAccessFile(zeros.toFile(), "rw")) {
      file.write(header);
      file.setLength(2L << 30);
      file.seek((2L << 30) - 1);
      file.write('\n');
    }
    new RegisterReader(RegisterProfile.own(), Set.of("05999004"), people::add, refused::add)
        .read(zeros);
    assertThat(refusals()).contains("62  TOO_LONG");
  }

  @Test
  void a_profile_says_how_a_product_names_columns_and_writes_values() throws Exception {
    Path profile = folder.resolve("profile.csv");
    Files.writeString(
        profile,
        """
        field;column;values
        dates;dd.MM.uuuu;
        person;ORDNUNGSMERKMAL;
        kind;WOHNUNGSSTATUS;0=sole, 1=main, 2=side
        citizenships;STAAT;000=DEU
        """);
    String file =
        (HEADER
                    .replace("person", "ORDNUNGSMERKMAL")
                    .replace("kind", "WOHNUNGSSTATUS")
                    .replace("citizenships", "STAAT")
                + ANNA)
            .replace("1970-02-03", "03.02.1970")
            .replace("2001-05-01", "01.05.2001")
            .replace(";sole;", ";0;")
            .replace(";DEU;", ";000;");
    read(RegisterProfile.read(profile), file.getBytes(StandardCharsets.UTF_8));
    assertThat(refusals()).isEmpty();
    assertThat(BornText.of(people.getFirst().born())).isEqualTo("1970-02-03");
  }

  @Test
  void nobody_shows_in_text() throws Exception {
    read(HEADER + ANNA);
    RegisteredPerson anna = people.getFirst();
    assertThat(anna + " " + anna.residences() + anna.circumstances() + anna.born())
        .doesNotContain("Müller", "Anna", "1970", "Hauptstraße", "P1");
  }
}
