package org.urnengang.formats.folder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

  @Test
  void what_can_be_seen_stays_as_it_is() {
    String name = "Bezirk 0101, Grundschule „Süd“ – Aula 🗳";
    assertThat(VisibleText.of(name)).isSameAs(name);
  }

  @Test
  void quotation_marks_of_windows_are_read_as_such() {
    assertThat(VisibleText.of("Vereinshaus \u0084Back´s\u0093 \u0096 \u0081Saal"))
        .isEqualTo("Vereinshaus „Back´s“ – Saal");
  }

  @Test
  void other_hidden_characters_mean_a_blank_or_nothing() {
    assertThat(VisibleText.of("\uFEFFAnna\tMu\u00ADster\u202E\u200B\0")).isEqualTo("Anna Muster");
  }

  @Test
  void what_was_made_visible_has_nothing_hidden_left() {
    for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
      String visible = VisibleText.of(Character.toString(character));
      assertThat(VisibleText.objection(visible)).isEmpty();
    }
  }
}
