package org.urnengang.presentation.site;

import java.util.List;
import java.util.Optional;
import org.urnengang.presentation.exchange.Exchange;
import org.urnengang.presentation.follow.FollowedDays;
import org.urnengang.presentation.site.Address.Day;
import org.urnengang.presentation.site.Address.Days;
import org.urnengang.presentation.site.Address.Exchanged;
import org.urnengang.presentation.site.Address.Format;
import org.urnengang.presentation.site.Address.OfContent;
import org.urnengang.presentation.site.Address.Options;
import org.urnengang.presentation.site.Address.Result;

/** What an address below {@code /api/v1/} means; {@code openapi.yaml} describes all of them. */
final class ApiAddress {
  private ApiAddress() {}

  /**
   * The meaning, empty if it has none.
   *
   * @param parts what stands between the slashes behind {@code /api/v1/}
   */
  static Optional<OfContent> parse(List<String> parts) {
    if (parts.equals(List.of("days"))) {
      return Optional.of(new Days(Format.JSON));
    }
    boolean ofDay = !parts.isEmpty() && FollowedDays.DAY.matcher(parts.getFirst()).matches();
    if (!ofDay
        || parts.size() > 4
        || parts.subList(0, parts.size() - 1).stream().anyMatch(ApiAddress::isFile)) {
      return Optional.empty();
    }
    String day = parts.getFirst();
    String last = parts.getLast();
    return switch (parts.size()) {
      case 1 -> Optional.of(new Day(day, Format.JSON));
      case 2 -> result(day, last, Optional.empty(), last);
      case 3 ->
          last.equals("options.csv")
              ? Optional.of(new Options(day, parts.get(1)))
              : result(day, parts.get(1), Optional.of(last), last);
      default ->
          Exchange.of(last)
              .map(
                  format ->
                      new Exchanged(
                          new Result(day, parts.get(1), Optional.of(parts.get(2)), Format.JSON),
                          format));
    };
  }

  private static boolean isFile(String part) {
    return part.contains(".");
  }

  private static Optional<OfContent> result(
      String day, String election, Optional<String> area, String last) {
    return isFile(last)
        ? Optional.empty()
        : Optional.of(new Result(day, election, area, Format.JSON));
  }
}
