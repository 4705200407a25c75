package org.urnengang.presentation.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.rules.election.Area;

/**
 * The districts that have not reported yet.
 *
 * @param frame what stands around it
 * @param crumbs the way to it
 * @param sub which areas it is about
 * @param elections the elections that miss districts
 */
public record OutstandingView(Frame frame, List<Link> crumbs, String sub, List<Missing> elections) {
  /** As many districts of one election are named. */
  private static final int MOST = 500;

  /**
   * An election that misses districts.
   *
   * @param id of the section
   * @param counted how many it misses
   * @param places the districts by municipality
   * @param more how many more there are, empty if all are named
   */
  public record Missing(
      String id, Link election, String counted, List<Place> places, String more) {}

  /** A municipality with its districts. */
  public record Place(String name, List<District> districts) {}

  /** A district. */
  public record District(Link page, boolean postal) {}

  static OutstandingView of(Context context, long version) {
    Words words = context.words();
    String chosen = context.view().choice("area");
    List<Missing> missing = new ArrayList<>();
    Optional<String> name = Optional.empty();
    int open = 0;
    for (var election : context.state().result().elections()) {
      Optional<AreaResult> area =
          chosen.isEmpty()
              ? Optional.of(AreaResult.top(election))
              : AreaResult.of(election, chosen);
      if (area.isPresent()) {
        name = chosen.isEmpty() ? name : Optional.of(Context.name(area.get()));
        open += open(area.get());
        missing(context, area.get()).ifPresent(missing::add);
      }
    }
    List<Link> crumbs = new ArrayList<>(Crumbs.day(context));
    String address = context.address() + "outstanding";
    crumbs.add(new Link(words.text("outstanding.title"), address, true));
    String title = words.text("outstanding.title") + ", " + words.date(context.day().date());
    return new OutstandingView(
        Frame.of(context, title, address, version, words.text("outstanding.count", open)),
        crumbs,
        name.orElse(words.text("outstanding.all")),
        missing);
  }

  private static int open(AreaResult area) {
    return area.progress().expected() - area.progress().received();
  }

  private static Optional<Missing> missing(Context context, AreaResult area) {
    Words words = context.words();
    int open = open(area);
    if (open == 0) {
      return Optional.empty();
    }
    Map<String, List<District>> places = new LinkedHashMap<>();
    area.withDescendants().stream()
        .filter(OutstandingView::isOutstanding)
        .limit(MOST)
        .forEach(
            district ->
                places
                    .computeIfAbsent(
                        district.municipality().map(Area::name).orElse(""), _ -> new ArrayList<>())
                    .add(
                        new District(
                            new Link(district.area().name(), context.address(district)),
                            district.isPostal())));
    return Optional.of(
        new Missing(
            "missing-" + area.election().key(),
            new Link(area.election().name(), context.address(area)),
            words.text("outstanding.count", open),
            places.entrySet().stream().map(e -> new Place(e.getKey(), e.getValue())).toList(),
            open > MOST ? words.text("outstanding.more", open - MOST) : ""));
  }

  private static boolean isOutstanding(AreaResult result) {
    return result.district().isPresent()
        && result.mergedInto().isEmpty()
        && result.figures().isEmpty();
  }
}
