package org.urnengang.presentation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.StreetPart;

/**
 * Areas and streets whose names fit what a reader typed.
 *
 * @param frame what stands around it
 * @param crumbs the way to it
 * @param search the search
 * @param sub how many were found
 * @param hits streets, then areas, larger ones first
 */
public record SearchView(
    Frame frame, List<Link> crumbs, FindView search, String sub, List<Hit> hits) {
  private static final int MOST = 60;

  /**
   * An area, or a part of a street.
   *
   * @param name its name
   * @param kind what kind of area, and where
   * @param pages its pages, one for each election
   */
  public record Hit(String name, String kind, List<Link> pages) {}

  static SearchView of(Context context, SearchIndex index, long version) {
    Words words = context.words();
    String query = context.view().choice("q");
    List<Hit> hits = new ArrayList<>();
    index.streets(query, MOST).forEach(street -> hit(context, street).ifPresent(hits::add));
    index.areas(query, MOST).forEach(area -> hit(context, area).ifPresent(hits::add));
    List<Link> crumbs = new ArrayList<>(Crumbs.day(context));
    crumbs.add(new Link(words.text("search.title"), context.address() + "search", true));
    String hint = words.text(index.streets().isEmpty() ? "search.hint" : "search.hint.streets");
    String sub =
        query.isEmpty()
            ? hint
            : hits.isEmpty() ? words.text("search.none") : words.text("search.found", hits.size());
    return new SearchView(
        Frame.of(context, words.text("search.title"), context.address() + "search", version, sub),
        crumbs,
        FindView.of(context, query),
        sub,
        hits);
  }

  /** A house, or a part of a street, leads to its district. */
  private static Optional<Hit> hit(Context context, SearchIndex.Street street) {
    StreetPart part = street.part();
    Area district = context.day().areas().area(context.day().areas().indexOf(part.district()));
    String name =
        street
            .house()
            .map(house -> part.street() + ' ' + house)
            .orElseGet(() -> (part.street() + ' ' + Streets.range(context.words(), part)).strip());
    String place = (part.postcode() + ' ' + part.place()).strip();
    return hit(context, district)
        .map(
            found ->
                new Hit(
                    place.isEmpty() ? name : name + ", " + place,
                    context
                        .day()
                        .background()
                        .room(district.id())
                        .map(room -> found.name() + " · " + Streets.room(context.words(), room))
                        .orElse(found.name()),
                    found.pages()));
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
