package org.urnengang.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With --skip-bad every sound row is taken, and no district is lost from those expected. */
class SkipBadOfEveryFormatTest extends AfterSoundDelivery {
  private static final String BAD = "viele";

  @ParameterizedTest
  @MethodSource("org.urnengang.formats.imports.SmallDelivery#ofEveryFormat")
  void a_refused_row_is_listed_once_and_its_district_stays_expected(SmallDelivery delivery) {
    Map<String, String> before = imported(delivery);
    for (int row = 0; row < delivery.rows().size(); row++) {
      if (!number(delivery, row).isEmpty()) {
        Map<String, String> after = skipped(delivery, row);

        assertThat(after.get("refused.csv"))
            .isEqualTo(
                """
                file;line;column;value;reason
                %s;%d;%s;%s;Hier steht keine ganze Zahl ab 0.
                """
                    .formatted(
                        SmallDelivery.NAME,
                        delivery.firstLine() + row,
                        delivery.numberName(),
                        BAD));
        assertThat(ids(after)).isEqualTo(ids(before));
        assertThat(reported(before)).containsAll(reported(after));
        assertThat(reported(after)).hasSizeGreaterThanOrEqualTo(reported(before).size() - 1);
        assertThat(skipped(delivery, row)).as("again").isEqualTo(after);
      }
    }
  }

  private static String number(SmallDelivery delivery, int row) {
    String[] cells = delivery.rows().get(row).split(";", -1);
    return delivery.number() < cells.length ? cells[delivery.number()] : "";
  }

  private Map<String, String> skipped(SmallDelivery delivery, int row) {
    String text =
        delivery.file().apply(delivery.with(row, cells -> cells.set(delivery.number(), BAD)));
    ImportResult result =
        Import.run(
            delivery.format(),
            List.of(delivery.files(workspace, text)),
            workspace.out(),
            ImportOptions.defaults().withSkipBad(true));
    assertThat(result).as(result.text()).isInstanceOf(ImportResult.Written.class);
    return Workspace.content(workspace.out());
  }

  private static List<String> ids(Map<String, String> folder) {
    return folder.getOrDefault("areas.csv", "").lines().map(line -> line.split(";")[0]).toList();
  }

  /** Which district reported when. */
  private static List<List<String>> reported(Map<String, String> folder) {
    return folder
        .getOrDefault("records.csv", "")
        .lines()
        .map(line -> List.of(line.split(";")).subList(0, 3))
        .toList();
  }
}
