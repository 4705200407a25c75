package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same faults in a file of every format: one sentence with file, line, column and value, and
 * the older folder stays.
 */
class BadInputOfEveryFormatTest extends AfterSoundDelivery {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int CUT = 5;

  /** Where a fault stands; an empty column or value means that there is none to name. */
  record At(int line, String column, String value) {
    At {
      value = new RefusedRow("", 0, "", value, "").value();
    }

    static At file() {
      return new At(0, "", "");
    }

    static At line(int line) {
      return new At(line, "", "");
    }

    static At number(SmallDelivery delivery, int line, String value) {
      return new At(line, delivery.numberName(), value);
    }

    /** The first cell that is no ASCII, as it is shown. */
    static At umlaut(SmallDelivery delivery, Function<String, String> shown) {
      List<String> lines = delivery.lines();
      int line = 0;
      while (isAscii(lines.get(line))) {
        line++;
      }
      Stream<String> cells = Stream.of(lines.get(line).split(";"));
      String cell = cells.filter(one -> !isAscii(one)).findFirst().orElse("");
      return new At(line + 1, "", shown.apply(cell));
    }

    private static boolean isAscii(String text) {
      return text.chars().allMatch(c -> c < 0x80);
    }
  }

  /**
   * A fault.
   *
   * @param reason part of the sentence
   */
  record Fault(
      String name,
      Function<SmallDelivery, byte[]> bytes,
      Function<SmallDelivery, At> at,
      String reason) {
    @Override
    public String toString() {
      return name;
    }

    static Fault text(
        String name,
        Function<SmallDelivery, String> text,
        Function<SmallDelivery, At> at,
        String reason) {
      return new Fault(name, one -> text.apply(one).getBytes(StandardCharsets.UTF_8), at, reason);
    }

    static Fault number(String value, String reason) {
      return text(
          "the number " + value,
          one -> one.withNumber(no -> value),
          one -> At.number(one, one.firstLine(), value),
          reason);
    }
  }

  private static Stream<Fault> encodings() {
    return Stream.of(
        new Fault(
            "Windows-1252",
            one -> one.text().getBytes(WINDOWS),
            one -> At.umlaut(one, cell -> cell),
            "nicht in UTF-8 geschrieben, gelesen ist es als Windows-1252"),
        new Fault(
            "UTF-16",
            one -> one.text().getBytes(StandardCharsets.UTF_16),
            one -> At.file(),
            "UTF-16"),
        Fault.text(
            "UTF-8 twice",
            one -> twice(one.text()),
            one -> At.umlaut(one, BadInputOfEveryFormatTest::twice),
            "zweimal umgewandelt"));
  }

  private static String twice(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), WINDOWS);
  }

  private static Stream<Fault> numbers() {
    return Stream.concat(
        Stream.of("viele", "-1000", "+1000", "1000,5", "10.00", "1.0000", "1 000", "1e3", "١٠٠٠")
            .map(value -> Fault.number(value, "Hier steht keine ganze Zahl ab 0.")),
        Stream.of(Fault.number("99999999999", "Diese Zahl ist zu groß.")));
  }

  private static Stream<Fault> rows() {
    return Stream.of(
        Fault.text(
            "a row cut in the middle",
            one -> one.text().substring(0, one.text().lastIndexOf(lastRow(one)) + cut(one)),
            one -> new At(one.firstLine() + one.rows().size() - 1, nameBefore(one, CUT), ""),
            "sie ist abgeschnitten"),
        Fault.text(
            "a cell too many",
            one -> one.file().apply(one.with(0, cells -> addBeyond(one, cells))),
            one -> new At(one.firstLine(), "", "7"),
            "die Kopfzeile nur"),
        Fault.text(
            "the same key with another number",
            one -> one.file().apply(again(one)),
            one -> contradiction(one, one.firstLine() + one.rows().size()),
            "Bitte entscheiden, welche Zeile gilt."),
        Fault.text(
            "a quote that is not closed",
            one -> one.withNumber(no -> '"' + no),
            one -> At.line(one.firstLine()),
            "Anführungszeichen"));
  }

  private static String lastRow(SmallDelivery delivery) {
    return delivery.rows().getLast();
  }

  /** Where the last row is cut. */
  private static int cut(SmallDelivery delivery) {
    return String.join(";", List.of(lastRow(delivery).split(";")).subList(0, CUT)).length();
  }

  /** The name of a column, which may stand over several. */
  private static String nameBefore(SmallDelivery delivery, int column) {
    String name = delivery.columns().get(column);
    return name.isEmpty() ? nameBefore(delivery, column - 1) : name;
  }

  private static void addBeyond(SmallDelivery delivery, List<String> cells) {
    while (cells.size() < delivery.columns().size()) {
      cells.add("");
    }
    cells.add("7");
  }

  private static List<String> again(SmallDelivery delivery) {
    List<String> rows = new ArrayList<>(delivery.rows());
    rows.add(delivery.with(0, cells -> cells.set(delivery.number(), "1234")).getFirst());
    return rows;
  }

  private static At contradiction(SmallDelivery delivery, int line) {
    return switch (delivery.format()) {
      case KERG, KERG2 -> At.number(delivery, line, "1234");
      case EW24 -> new At(line, "", "000001");
      case VOTEMANAGER -> new At(line, "", "0");
      case OWD -> new At(line, "", "1011");
    };
  }

  private static Stream<Fault> headers() {
    return Stream.of(
        Fault.text(
            "no header",
            one -> String.join("\n", one.rows()) + "\n",
            one -> new At(1, "", one.rows().getFirst()),
            "Keine der ersten Zeilen ist die Kopfzeile"),
        Fault.text(
            "commas",
            one -> one.text().replace(';', ','),
            one -> new At(1, "", one.lines().getFirst().replace(';', ',')),
            "nicht durch Semikolon getrennt"),
        Fault.text(
            "a column name that comes twice",
            one -> one.text().replace(firstNames(one), firstName(one) + ';' + firstName(one)),
            one -> new At(one.header(), firstName(one), ""),
            "zweimal"));
  }

  private static String firstName(SmallDelivery delivery) {
    return delivery.columns().getFirst();
  }

  private static String firstNames(SmallDelivery delivery) {
    return String.join(";", delivery.columns().subList(0, 2));
  }

  private static Stream<Fault> noTables() {
    return Stream.of(
        Fault.text("an empty file", one -> "", one -> At.file(), "Die Datei ist leer."),
        Fault.text("blank lines", one -> "\n\n;;\n", one -> At.file(), "enthält keinen Text"),
        Fault.text(
            "null bytes",
            one -> "\0".repeat(50_000),
            one -> At.line(1),
            "Das ist keine Textdatei."),
        Fault.text(
            "a line without end",
            one -> one.text() + "x".repeat(200_000),
            one -> At.line(one.lines().size() + 1),
            "Die Zeile ist zu lang"));
  }

  static Stream<Arguments> faults() {
    return SmallDelivery.ofEveryFormat()
        .flatMap(
            delivery ->
                Stream.of(encodings(), numbers(), rows(), headers(), noTables())
                    .flatMap(faults -> faults)
                    .map(fault -> Arguments.of(delivery, fault)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("faults")
  void is_refused_with_its_place(SmallDelivery delivery, Fault fault) {
    At at = fault.at().apply(delivery);

    List<RefusedRow> refused =
        refused(delivery, workspace.file(SmallDelivery.NAME, fault.bytes().apply(delivery)));

    assertThat(refused)
        .anySatisfy(
            row -> {
              assertThat(new At(row.line(), row.column(), row.value())).isEqualTo(at);
              assertThat(row.file()).isEqualTo(SmallDelivery.NAME);
              assertThat(row.reason()).contains(fault.reason());
            });
  }

  static Stream<Arguments> pairs() {
    return SmallDelivery.ofEveryFormat()
        .flatMap(
            one ->
                SmallDelivery.ofEveryFormat()
                    .filter(other -> other.format() != one.format())
                    .map(other -> Arguments.of(one, other)));
  }

  @ParameterizedTest(name = "{1} as {0}")
  @MethodSource("pairs")
  void the_header_of_another_format_is_recognised(SmallDelivery delivery, SmallDelivery other) {
    RefusedRow refused =
        refused(delivery, workspace.file(SmallDelivery.NAME, other.text())).getFirst();

    assertThat(refused.line()).isEqualTo(other.header());
    assertThat(refused.value()).startsWith(firstNames(other));
    assertThat(refused.reason())
        .contains("passt nicht zu " + delivery.format().key(), "sieht aus wie " + other);
  }

  @ParameterizedTest
  @MethodSource("org.urnengang.formats.imports.SmallDelivery#ofEveryFormat")
  void a_missing_column_is_named_or_was_not_needed(SmallDelivery delivery) {
    Map<String, String> before = imported(delivery);
    for (int i = 0; i < delivery.columns().size(); i++) {
      int column = i;
      String without =
          delivery.withEveryLine(line -> SmallDelivery.changed(line, all -> remove(all, column)));

      assertRefusedOrSame(
          delivery, before, without, "without column " + delivery.columns().get(column));
    }
  }

  @ParameterizedTest
  @MethodSource("org.urnengang.formats.imports.SmallDelivery#ofEveryFormat")
  void a_column_too_many_is_named_or_does_not_matter(SmallDelivery delivery) {
    Map<String, String> before = imported(delivery);
    for (int i = 0; i <= delivery.columns().size(); i++) {
      int column = i;
      String header = delivery.lines().get(delivery.header() - 1);
      String with =
          delivery.withEveryLine(
              line ->
                  SmallDelivery.changed(
                      line, all -> add(all, column, line.equals(header) ? "Zusatz" : "7")));

      assertRefusedOrSame(delivery, before, with, "one more at " + column);
    }
  }

  private static void remove(List<String> cells, int column) {
    if (column < cells.size()) {
      cells.remove(column);
    }
  }

  private static void add(List<String> cells, int column, String text) {
    while (cells.size() < column) {
      cells.add("");
    }
    cells.add(column, text);
  }

  @ParameterizedTest
  @MethodSource("org.urnengang.formats.imports.SmallDelivery#ofEveryFormat")
  void a_last_row_cut_anywhere_is_refused_or_lacks_nothing(SmallDelivery delivery) {
    Map<String, String> before = imported(delivery);
    String text = delivery.text().stripTrailing();
    int start = text.length() - lastRow(delivery).length();
    for (int length = start + 1; length < text.length(); length++) {
      String cut = text.substring(0, length);

      assertRefusedOrSame(delivery, before, cut, cut.substring(start));
    }
  }
}
