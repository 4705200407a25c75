package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What only looks different: every format reads the same election from it, byte by byte. */
class HarmlessInputOfEveryFormatTest extends AfterSoundDelivery {
  private static final Map<String, Function<SmallDelivery, String>> CHANGES =
      Map.ofEntries(
          Map.entry("a byte order mark", one -> "\uFEFF" + one.text()),
          Map.entry("LF", one -> unix(one)),
          Map.entry("CRLF", one -> unix(one).replace("\n", "\r\n")),
          Map.entry("CR", one -> unix(one).replace("\n", "\r")),
          Map.entry("CR in half of the file", one -> unix(one).replaceFirst("\n", "\r")),
          Map.entry("no last line end", one -> unix(one).stripTrailing()),
          Map.entry("blank lines at the end", one -> unix(one) + "\n;;;\n\n"),
          Map.entry("trailing empty columns", one -> one.withEveryLine(line -> line + ";;")),
          Map.entry("trailing empty cells in a row", one -> unix(one).stripTrailing() + ";;\n"),
          Map.entry("no trailing empty columns", one -> withoutTrailingColumns(one)),
          Map.entry("thousands dots", one -> one.withNumber(no -> no.replaceAll("(...)$", ".$1"))),
          Map.entry("blanks around a number", one -> one.withNumber(no -> "  " + no + ' ')),
          Map.entry("quotes around a number", one -> one.withNumber(no -> '"' + no + '"')),
          Map.entry("quotes around everything", one -> one.withEveryLine(line -> quoted(line))),
          Map.entry("every row twice", one -> one.file().apply(twice(one.rows()))));

  private static String unix(SmallDelivery delivery) {
    return String.join("\n", delivery.lines()) + "\n";
  }

  private static String withoutTrailingColumns(SmallDelivery delivery) {
    int named = delivery.columns().size();
    while (delivery.columns().get(named - 1).isEmpty()) {
      named--;
    }
    int last = delivery.format() == ImportFormat.KERG ? named + 3 : named;
    return delivery.withEveryLine(
        line ->
            SmallDelivery.changed(
                line,
                cells -> {
                  while (cells.size() > last && cells.getLast().isEmpty()) {
                    cells.removeLast();
                  }
                }));
  }

  private static String quoted(String line) {
    return Arrays.stream(line.split(";", -1))
        .map(cell -> '"' + cell + '"')
        .collect(Collectors.joining(";"));
  }

  private static List<String> twice(List<String> rows) {
    return Stream.concat(rows.stream(), rows.reversed().stream()).toList();
  }

  static Stream<Arguments> changes() {
    return SmallDelivery.ofEveryFormat()
        .flatMap(
            delivery -> CHANGES.keySet().stream().map(change -> Arguments.of(delivery, change)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("changes")
  void makes_no_difference(SmallDelivery delivery, String change) {
    Map<String, String> before = imported(delivery);

    String changed = CHANGES.getOrDefault(change, one -> "").apply(delivery);
    ImportReport report = workspace.written(delivery.format(), delivery.files(workspace, changed));

    assertThat(report.rowsRefused()).isZero();
    assertThat(Workspace.content(workspace.out())).isEqualTo(before);
  }
}
