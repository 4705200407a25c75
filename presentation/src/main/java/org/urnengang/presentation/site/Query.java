package org.urnengang.presentation.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.urnengang.presentation.page.Language;
import org.urnengang.presentation.page.View;
import org.urnengang.presentation.site.Address.InView;
import org.urnengang.presentation.site.Address.OfContent;
import org.urnengang.presentation.site.Address.OfDay;

/** What a whole request line means: language, address, version and choices. */
public final class Query {
  private static final String VERSION = "v";

  /** What may be chosen, and how it is written. Whatever else an address carries is ignored. */
  private static final Map<String, Pattern> CHOICES =
      Map.of(
          "map", Pattern.compile("winner|(share|change)-\\d{1,3}"),
          "vote", Pattern.compile("[a-z]{1,20}"),
          "with", Pattern.compile("\\d{1,3}"),
          "q", Pattern.compile("[^\\p{Cntrl}]{1,80}"),
          "area", Pattern.compile("[A-Za-z0-9_-]{1,60}"),
          "playlist", Pattern.compile("[A-Za-z0-9_./,-]{1,2000}"),
          "sek", Pattern.compile("\\d{1,3}"),
          "at", Pattern.compile("\\d{1,3}"));

  /** More values of one choice are not read. */
  private static final int MOST_VALUES = 40;

  private Query() {}

  /** The meaning of a path and what follows its question mark, empty if it has none. */
  public static Optional<Address> parse(String path, String query) {
    Optional<Language> language = Language.ofPath(first(path));
    String rest = language.map(l -> path.substring(l.prefix().length())).orElse(path);
    Optional<Address> address = Address.parse(rest);
    if (query.isEmpty() && language.isEmpty()) {
      return address;
    }
    return address.flatMap(
        found ->
            found instanceof OfContent content
                ? view(language.orElse(Language.GERMAN), query).map(view -> in(content, view))
                : language.isEmpty() ? Optional.of(found) : Optional.empty());
  }

  private static String first(String path) {
    int end = path.indexOf('/', 1);
    return path.startsWith("/") && end > 0 ? path.substring(1, end) : "";
  }

  /** An address that says nothing special is the plain one, so that both are kept once. */
  private static Address in(OfContent content, View view) {
    boolean plain = view.equals(View.PLAIN);
    boolean pinned = view.isPinned() && !(content instanceof OfDay);
    return plain || pinned ? content : new InView(content, view);
  }

  /** Empty if the version is not a number. */
  private static Optional<View> view(Language language, String query) {
    OptionalLong version = OptionalLong.empty();
    SortedMap<String, List<String>> choices = new TreeMap<>();
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
      if (name.equals(VERSION)) {
        if (!value.matches("\\d{1,9}")) {
          return Optional.empty();
        }
        version = OptionalLong.of(Long.parseLong(value));
      } else if (CHOICES.containsKey(name) && CHOICES.get(name).matcher(value).matches()) {
        List<String> values = choices.computeIfAbsent(name, _ -> new ArrayList<>());
        if (values.size() < MOST_VALUES) {
          values.add(value);
        }
      }
    }
    return Optional.of(new View(language, version, choices));
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8).strip();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
