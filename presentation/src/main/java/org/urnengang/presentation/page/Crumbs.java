package org.urnengang.presentation.page;

import java.util.ArrayList;
import java.util.List;
import org.urnengang.presentation.result.AreaResult;

/** The way from the list of days to a page. */
final class Crumbs {
  private Crumbs() {}

  static List<Link> of(Context context, AreaResult result) {
    List<Link> way = day(context);
    for (AreaResult above : result.path()) {
      String name = above.isTop() ? above.election().name() : above.area().name();
      way.add(new Link(name, context.address(above)));
    }
    String own = result.isTop() ? result.election().name() : result.area().name();
    way.add(new Link(own, context.address(result), true));
    return way;
  }

  /** The way to the day, which is read. */
  static List<Link> ofDay(Context context) {
    return List.of(days(context), day(context, true));
  }

  /** The way to the day, its last step still a link. */
  static List<Link> day(Context context) {
    return new ArrayList<>(List.of(days(context), day(context, false)));
  }

  private static Link days(Context context) {
    Words words = context.words();
    return new Link(words.text("crumb.days"), words.prefix() + "/");
  }

  private static Link day(Context context, boolean current) {
    return new Link(context.words().date(context.day().date()), context.address(), current);
  }
}
