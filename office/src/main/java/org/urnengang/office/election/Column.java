package org.urnengang.office.election;

import java.util.List;
import java.util.Optional;
import org.urnengang.office.platform.Texts;

/**
 * A column of a table that people fill in.
 *
 * @param key its name in the election folder
 * @param word under which its label is found
 * @param kind what it holds
 * @param choices the only values, if it is a choice; an empty one may be left out
 */
record Column(String key, String word, Kind kind, List<String> choices) {
  Column {
    choices = List.copyOf(choices);
  }

  enum Kind {
    TEXT,
    NUMBER,
    COLOR,
    CHOICE
  }

  static Column text(String key) {
    return new Column(key, key, Kind.TEXT, List.of());
  }

  static Column number(String key) {
    return new Column(key, key, Kind.NUMBER, List.of());
  }

  static Column color(String key) {
    return new Column(key, key, Kind.COLOR, List.of());
  }

  static Column choice(String key, List<String> choices) {
    return new Column(key, key, Kind.CHOICE, choices);
  }

  /** The same with a label of its own. */
  Column called(String other) {
    return new Column(key, other, kind, choices);
  }

  /** What people call it. */
  String label(Texts texts) {
    return isLetter() ? key : texts.of("setup.column." + word);
  }

  /** Whether it is the figure of a letter of the form, as D12. */
  private boolean isLetter() {
    return key.matches("[A-F][0-9]{0,3}");
  }

  /** What people call one of the choices. */
  String label(Texts texts, String choice) {
    return choice.isEmpty() ? "" : texts.of("setup.choice." + key + "." + choice);
  }

  /** The cell of a row as people read it. */
  String shown(Texts texts, DraftRow row) {
    String value = row.get(key);
    return choices.contains(value) ? label(texts, value) : value;
  }

  /** The value that somebody means, by its own word or by what people call it. */
  String value(Texts texts, String written) {
    String plain = written.strip();
    Optional<String> choice =
        choices.stream()
            .filter(known -> known.equals(plain) || label(texts, known).equalsIgnoreCase(plain))
            .findFirst();
    return choice.orElse(plain);
  }
}
