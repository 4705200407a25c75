package org.urnengang.presentation.page;

/**
 * The field in which readers look for their district.
 *
 * @param action address of the search
 * @param query what was typed
 * @param placeholder what can be typed
 */
public record FindView(String action, String query, String placeholder) {

  static FindView of(Context context, String query) {
    boolean streets = !context.day().background().streets().isEmpty();
    return new FindView(
        context.address() + "search",
        query,
        context.words().text(streets ? "search.placeholder.streets" : "search.placeholder"));
  }
}
