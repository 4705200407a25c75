package org.urnengang.presentation.page;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.rules.election.Area;

/**
 * Areas whose names fit what a reader typed.
 *
 * @param frame what stands around it
 * @param crumbs the way to it
 * @param query what was typed
 * @param sub how many were found
 * @param hits the areas, larger ones first
 */
public record SearchView(Frame frame, List<Link> crumbs, String query, String sub, List<Hit> hits) {
  private static final int MOST = 60;

  /**
   * An area.
   *
   * @param name its name
   * @param kind what kind of area, and where
   * @param pages its pages, one for each election
   */
  public record Hit(String name, String kind, List<Link> pages) {}

  static SearchView of(Context context, long version) {
    Words words = context.words();
    String query = context.view().choice("q");
    List<String> wanted =
        Arrays.stream(plain(query).split(" ")).filter(word -> !word.isEmpty()).toList();
    List<Area> found =
        wanted.isEmpty()
            ? List.of()
            : context.day().areas().areas().stream()
                .filter(area -> fits(context, area, wanted))
                .sorted(Comparator.comparing(Area::level))
                .limit(MOST)
                .toList();
    List<Hit> hits = found.stream().flatMap(area -> hit(context, area).stream()).toList();
    List<Link> crumbs = new ArrayList<>(Crumbs.day(context));
    crumbs.add(new Link(words.text("search.title"), context.address() + "search", true));
    String sub =
        query.isEmpty()
            ? words.text("search.hint")
            : hits.isEmpty() ? words.text("search.none") : words.text("search.found", hits.size());
    return new SearchView(
        Frame.of(context, words.text("search.title"), context.address() + "search", version, sub),
        crumbs,
        query,
        sub,
        hits);
  }

  /** Every word begins a word of the name, of the id, or of the names of the areas around. */
  private static boolean fits(Context context, Area area, List<String> wanted) {
    String own = ' ' + plain(area.name()) + ' ' + plain(area.id());
    String around =
        area.parents().stream()
            .map(id -> context.day().areas().area(context.day().areas().indexOf(id)).name())
            .map(SearchView::plain)
            .reduce("", (a, b) -> a + ' ' + b);
    return wanted.stream().anyMatch(word -> own.contains(' ' + word))
        && wanted.stream().allMatch(word -> (own + ' ' + around).contains(' ' + word));
  }

  /** Without case, accents and signs; streets however they are written. */
  static String plain(String text) {
    String letters =
        Normalizer.normalize(
                text.toLowerCase(Locale.GERMAN)
                    .replace("ß", "ss")
                    .replace("ä", "ae")
                    .replace("ö", "oe")
                    .replace("ü", "ue"),
                Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "");
    return letters
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .replaceAll("str(asse)?( |$)", "str ")
        .strip();
  }

  private static Optional<Hit> hit(Context context, Area area) {
    Words words = context.words();
    List<Link> pages = new ArrayList<>();
    Optional<AreaResult> any = Optional.empty();
    for (ElectionState election : context.state().result().elections()) {
      Optional<AreaResult> result = AreaResult.of(election, area.id());
      result.ifPresent(
          found -> pages.add(new Link(found.election().name(), context.address(found))));
      any = any.isPresent() ? any : result;
    }
    String kind = words.text("level." + area.level().key());
    return any.map(
        result ->
            new Hit(
                Context.name(result),
                result
                    .municipality()
                    .filter(town -> !town.id().equals(area.id()))
                    .map(town -> kind + " · " + town.name())
                    .orElse(kind),
                pages));
  }
}
