package org.urnengang.presentation.page;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.StreetPart;
import org.urnengang.rules.election.StreetPart.HouseNumber;

/**
 * The areas and streets of a day by the words of their names, however these are written.
 *
 * @param day the day
 * @param areas its areas in its order
 * @param streets its parts of streets
 */
record SearchIndex(ElectionDay day, List<Named<Area>> areas, List<Named<StreetPart>> streets) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Begun or shortened, it is a street nevertheless. */
  private static final Pattern STREET = Pattern.compile("str(a|as|ass|asse)?( |$)");

  private static final Pattern HOUSE = Pattern.compile("(.*\\D) (\\d{1,5} ?[a-z]?)");

  /**
   * Something with the words by which it is found.
   *
   * @param own words of its name, each with a blank before it
   * @param around words of what it lies in
   */
  record Named<T>(T what, String own, String around) {
    /** Every word begins one of these words, and one of them a word of its own. */
    boolean fits(List<String> words) {
      String all = own + around;
      return words.stream().anyMatch(word -> own.contains(' ' + word))
          && words.stream().allMatch(word -> all.contains(' ' + word));
    }

    /** The same if the name itself is written in other words: Bahnhof Str. for Bahnhofstraße. */
    boolean isWritten(List<String> words) {
      return own.replace(" ", "").startsWith(String.join("", words));
    }
  }

  /**
   * A part of a street that was asked for.
   *
   * @param house the house that was asked for
   */
  record Street(StreetPart part, Optional<HouseNumber> house) {}

  static SearchIndex of(ElectionDay day) {
    AreaGraph graph = day.areas();
    List<Named<Area>> areas =
        graph.areas().stream()
            .map(
                area ->
                    new Named<>(
                        area,
                        words(area.name(), area.id()),
                        words(
                            area.parents().stream()
                                .map(id -> graph.area(graph.indexOf(id)).name())
                                .toArray(String[]::new))))
            .sorted(Comparator.comparing(named -> named.what().level()))
            .toList();
    List<Named<StreetPart>> streets =
        day.background().streets().stream()
            .map(
                part ->
                    new Named<>(
                        part,
                        words(part.street()),
                        words(part.postcode(), part.place()) + around(graph, part.district())))
            .toList();
    return new SearchIndex(day, areas, streets);
  }

  /** Names of everything that a district lies in. */
  private static String around(AreaGraph graph, String district) {
    Set<String> found = new LinkedHashSet<>(List.of(district));
    List<String> next = new ArrayList<>(found);
    while (!next.isEmpty()) {
      Area area = graph.area(graph.indexOf(next.removeLast()));
      area.parents().stream().filter(found::add).forEach(next::add);
    }
    return words(
        found.stream().map(id -> graph.area(graph.indexOf(id)).name()).toArray(String[]::new));
  }

  private static String words(String... texts) {
    StringBuilder words = new StringBuilder();
    Arrays.stream(texts).forEach(text -> words.append(' ').append(plain(text)));
    return words.toString();
  }

  private static List<String> split(String plain) {
    return Arrays.stream(plain.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  /** Areas of these names, larger ones first. */
  List<Area> areas(String query, int most) {
    List<String> words = split(plain(query));
    return words.isEmpty()
        ? List.of()
        : areas.stream().filter(area -> area.fits(words)).limit(most).map(Named::what).toList();
  }

  /**
   * Parts of streets of this name. With a house number behind it only those that hold the house, or
   * all of the street if none does.
   */
  List<Street> streets(String query, int most) {
    String plain = plain(query);
    Matcher numbered = HOUSE.matcher(plain);
    if (!numbered.matches()) {
      return streets(split(plain), Optional.empty(), most);
    }
    List<String> street = split(numbered.group(1));
    return Stream.<Supplier<List<Street>>>of(
            () -> streets(street, HouseNumber.of(numbered.group(2)), most),
            () -> streets(split(plain), Optional.empty(), most),
            () -> streets(street, Optional.empty(), most))
        .map(Supplier::get)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Street> streets(List<String> words, Optional<HouseNumber> house, int most) {
    if (words.isEmpty()) {
      return List.of();
    }
    return streets.stream()
        .filter(part -> part.fits(words) || part.isWritten(words))
        .map(Named::what)
        .filter(part -> house.map(part::holds).orElse(true))
        .limit(most)
        .map(part -> new Street(part, house))
        .toList();
  }

  /** Without case, accents and signs; streets however they are written. */
  static String plain(String text) {
    String letters =
        text.toLowerCase(Locale.GERMAN)
            .replace("ß", "ss")
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue");
    String base = MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD)).replaceAll("");
    String words = SIGNS.matcher(base).replaceAll(" ").strip();
    return STREET.matcher(words).replaceAll("str ").strip();
  }
}
