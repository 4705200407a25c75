package org.urnengang.presentation.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.urnengang.web.Assets;

/**
 * A page about the pages: who runs them, what they know about readers, how accessible they are.
 *
 * @param frame what stands around it
 * @param title what it is called
 * @param sections its parts
 */
public record LegalView(Frame frame, String title, List<Section> sections) {
  /** The pages there are. */
  public static final List<String> NAMES =
      List.of("ueber", "impressum", "datenschutz", "barrierefreiheit");

  private static final List<String> FIELDS =
      List.of("name", "street", "city", "email", "phone", "responsible", "feedback", "supervision");
  private static final int MOST_SECTIONS = 9;

  /** A part with its paragraphs. */
  public record Section(String title, List<String> paragraphs) {}

  static Optional<LegalView> of(Words words, Assets assets, Operator operator, String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    String title = words.text("legal." + name);
    Object[] fields =
        FIELDS.stream().map(field -> operator.get(field, words.text("legal.unknown"))).toArray();
    return Optional.of(
        new LegalView(
            Frame.plain(words, assets, "/" + name, title),
            title,
            java.util.stream.IntStream.rangeClosed(1, MOST_SECTIONS)
                .mapToObj(i -> section(words, "legal." + name + "." + i, fields))
                .flatMap(Optional::stream)
                .toList()));
  }

  private static Optional<Section> section(Words words, String key, Object[] fields) {
    return words
        .optional(key)
        .map(
            title ->
                new Section(
                    title,
                    Arrays.stream(words.text(key + ".text", fields).split("\\|"))
                        .map(String::strip)
                        .toList()));
  }
}
