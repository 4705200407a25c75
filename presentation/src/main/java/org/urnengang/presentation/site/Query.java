package org.urnengang.presentation.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.urnengang.presentation.page.Language;
import org.urnengang.presentation.page.View;
import org.urnengang.presentation.site.Address.Format;
import org.urnengang.presentation.site.Address.InView;
import org.urnengang.presentation.site.Address.OfContent;
import org.urnengang.presentation.site.Address.OfDay;

/** What a whole request line means: language, address, version and choices. */
public final class Query {
  private static final String VERSION = "v";

  /**
   * What may be chosen.
   *
   * @param written how a value is written
   * @param most more values are not read
   */
  private record Choice(Pattern written, int most) {}

  /** Whatever else an address carries is ignored. */
  private static final Map<String, Choice> CHOICES =
      Map.of(
          "map", one("winner|(share|change)-\\d{1,3}"),
          "vote", one("[a-z]{1,20}"),
          "with", new Choice(Pattern.compile("[1-9]\\d{0,2}"), 40),
          "q", one("[^\\p{Cntrl}]{1,80}"),
          "area", one("[A-Za-z0-9_-]{1,60}"),
          "playlist", one("[A-Za-z0-9_./,-]{1,2000}"),
          "sek", one("\\d{1,3}"),
          "at", one("\\d{1,3}"));

  private Query() {}

  private static Choice one(String written) {
    return new Choice(Pattern.compile(written), 1);
  }

  /** What changes a document; another choice makes no second copy of it. */
  private static Set<String> known(OfContent address) {
    return switch (address) {
      case Address.Result(_, _, _, Format format) ->
          format == Format.HTML ? Set.of("map", "vote", "with") : Set.of();
      case Address.Embed _ -> Set.of("map", "vote");
      case Address.Search _ -> Set.of("q");
      case Address.Outstanding _ -> Set.of("area");
      case Address.Tv _ -> Set.of("playlist", "sek", "at");
      default -> Set.of();
    };
  }

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
                ? view(language.orElse(Language.GERMAN), query, known(content))
                    .map(view -> in(content, view))
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
  private static Optional<View> view(Language language, String query, Set<String> known) {
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
      } else if (known.contains(name)) {
        choose(choices, name, value);
      }
    }
    return Optional.of(new View(language, version, choices));
  }

  /** Values of one choice in one order, each once: what means the same is kept once. */
  private static void choose(SortedMap<String, List<String>> choices, String name, String value) {
    Choice choice = Objects.requireNonNull(CHOICES.get(name));
    List<String> before = choices.getOrDefault(name, List.of());
    if (before.size() < choice.most() && choice.written().matcher(value).matches()) {
      choices.put(
          name, Stream.concat(before.stream(), Stream.of(value)).distinct().sorted().toList());
    }
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8).strip();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
