package org.urnengang.rules.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/findings.md} is written from {@link FindingCode}. */
class FindingsDocumentTest {
  private static final String REWRITE = "findings.rewrite";
  private static final Path DOCUMENT =
      Path.of(System.getProperty("basedir", "."), "..", "docs", "findings.md");

  private static String document() {
    return """
        # Findings

        What the checks say of a report. Written from `FindingCode` by its test; after a change of a rule run
        `mvn -pl rules test -Dtest=FindingsDocumentTest -Dfindings.rewrite=true`.

        ## Blocking checks
        An F finding refuses the report (severity `error`); nothing of it is stored. Only F11 can also be a
        `warning`: A1 + A2 is right, but a shift from A1 to A2 lacks its correction columns. F2 and F4 need two
        votes, F5 subtotals, F6 a reported A, F8 a polling station, F11 a closing certificate. A blank field
        is a missing line, not a zero. Letters as on the Schnellmeldung, ZS are its Zwischensummen.

        | code | rule | law |
        |---|---|---|
        """
        + rows("F")
        + """

        ## Plausibility
        A W finding says what is unusual (severity `warning`); it is accepted with a typed reason. W18, and W11
        of a district that fits its surroundings much better than its twin, are `info`. W04 and W05 look for the
        one slip whose repair makes the report much likelier. W06 needs the same districts last time; W12, W13,
        W15, W17 and the first entry of W11 need what only the office knows. Thresholds are settings of the
        election, see [open questions of law](law-open.md#plausibility).

        | code | rule | paragraph or reason |
        |---|---|---|
        """
        + rows("W");
  }

  private static String rows(String group) {
    return Arrays.stream(FindingCode.values())
        .filter(code -> code.name().startsWith(group))
        .map(code -> "| %s | %s | %s |\n".formatted(code, code.rule(), code.law()))
        .collect(Collectors.joining());
  }

  @Test
  void the_document_says_what_the_code_says() throws IOException {
    if (Boolean.getBoolean(REWRITE)) {
      Files.writeString(DOCUMENT, document());
    }
    assertThat(DOCUMENT).hasContent(document());
  }

  @Test
  void every_code_has_a_rule_and_a_law() {
    assertThat(FindingCode.values())
        .allSatisfy(
            code -> {
              assertThat(code.rule()).isNotBlank().doesNotContain("|");
              assertThat(code.law()).isNotBlank().doesNotContain("|");
              if (code.name().startsWith("F")) {
                assertThat(code.law()).containsAnyOf("§", "Anlage");
              }
            });
  }
}
