package org.urnengang.presentation.page;

import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a reader wants to see a page; all of it stands in the address.
 *
 * @param language the language
 * @param version the version to show, empty for the newest
 * @param choices what was chosen in forms and links, by name
 */
public record View(
    Language language, OptionalLong version, SortedMap<String, List<String>> choices) {

  /** The newest version in German. */
  public static final View PLAIN = of(Language.GERMAN);

  public View {
    choices = Collections.unmodifiableSortedMap(new TreeMap<>(choices));
  }

  /** The newest version in this language. */
  public static View of(Language language) {
    return new View(language, OptionalLong.empty(), new TreeMap<>());
  }

  /** The first value of a choice, empty text if nothing was chosen. */
  public String choice(String name) {
    return all(name).stream().findFirst().orElse("");
  }

  /** All values of a choice. */
  public List<String> all(String name) {
    return choices.getOrDefault(name, List.of());
  }

  /** Whether an earlier version is shown. */
  public boolean isPinned() {
    return version.isPresent();
  }
}
