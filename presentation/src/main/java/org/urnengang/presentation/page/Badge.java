package org.urnengang.presentation.page;

import org.urnengang.presentation.graphic.Icon;
import org.urnengang.presentation.result.AreaResult;

/**
 * How sure a result is, in one word beside it.
 *
 * @param tone {@code ok} or nothing
 * @param icon the sign
 * @param text the word
 */
public record Badge(String tone, Icon icon, String text) {

  static Badge of(Words words, AreaResult result) {
    return switch (result.status()) {
      case INTERIM ->
          result.isReported()
              ? new Badge("", Icon.HALF, words.text("status.interim"))
              : none(words);
      case PRELIMINARY -> new Badge("ok", Icon.TICK, words.text("status.preliminary"));
      case FINAL -> new Badge("ok", Icon.SEAL, words.text("status.final"));
    };
  }

  static Badge none(Words words) {
    return new Badge("", Icon.CLOCK, words.text("status.none"));
  }
}
