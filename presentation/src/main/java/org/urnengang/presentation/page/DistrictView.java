package org.urnengang.presentation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.Changes;
import org.urnengang.presentation.result.Changes.Change;
import org.urnengang.presentation.result.OptionResult;
import org.urnengang.presentation.result.VoteResult;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.record.Letters;

/**
 * What a district reported, letter by letter as on the Schnellmeldung (Anlage 28 BWO).
 *
 * @param kind how its votes are cast and who reports it
 * @param room where it votes, empty if unknown
 * @param merged which district counts it, else nothing
 * @param letters the letters of its form
 * @param history everything that was released of it
 */
public record DistrictView(
    String kind,
    Optional<String> room,
    Optional<Link> merged,
    List<Letter> letters,
    List<FactLine> history) {

  /** A line of the form. */
  public record Letter(String letter, String meaning, String value) {}

  static Optional<DistrictView> of(Context context, AreaResult result) {
    return result
        .district()
        .map(
            district ->
                new DistrictView(
                    context.words().text("kind." + district.kind().key())
                        + " · "
                        + context
                            .day()
                            .authority(district.authority())
                            .map(Authority::name)
                            .orElse(district.authority()),
                    context
                        .day()
                        .background()
                        .room(result.area().id())
                        .map(room -> Streets.room(context.words(), room)),
                    result.mergedInto().map(into -> link(context, result, into.id())),
                    result.mergedInto().isPresent() ? List.of() : letters(context, result),
                    Changes.history(result).reversed().stream()
                        .map(fact -> FactLine.full(context, new Change(result.state(), fact)))
                        .toList()));
  }

  private static Link link(Context context, AreaResult result, String id) {
    return AreaResult.of(result.state(), id)
        .map(into -> new Link(Context.name(into), context.address(into)))
        .orElse(new Link(id, context.address()));
  }

  private static List<Letter> letters(Context context, AreaResult result) {
    Words words = context.words();
    Letters letters = result.letters();
    List<Letter> lines = new ArrayList<>();
    for (int column = 0; column <= Letters.B1; column++) {
      boolean onForm = column >= Letters.B || !result.isPostal();
      if (onForm && (column != Letters.A3 || result.count(column).isPresent())) {
        lines.add(line(words, result, column, words.text("letter." + letters.name(column))));
      }
    }
    for (int number = 0; number < letters.votes(); number++) {
      VoteResult vote = result.vote(number);
      String name = vote.vote().name();
      lines.add(line(words, result, letters.invalid(number), words.text("letter.invalid", name)));
      lines.add(line(words, result, letters.valid(number), words.text("letter.valid", name)));
      for (OptionResult option : vote.options()) {
        lines.add(line(words, result, letters.option(number, option.no()), meaning(option)));
      }
    }
    return lines;
  }

  private static Letter line(Words words, AreaResult result, int column, String meaning) {
    OptionalLong value = result.count(column);
    return new Letter(
        result.letters().name(column),
        meaning,
        value.isPresent() ? words.number(value.getAsLong()) : words.text("no.value"));
  }

  private static String meaning(OptionResult option) {
    String party = option.option().shortName();
    return option.nominee().map(nominee -> party + ", " + nominee).orElse(party);
  }
}
