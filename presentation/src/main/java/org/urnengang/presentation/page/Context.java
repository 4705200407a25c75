package org.urnengang.presentation.page;

import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.DayState;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.web.Assets;

/**
 * What all parts of a page need.
 *
 * @param words the language
 * @param view what the reader chose
 * @param assets the files that pages load
 * @param outside what absolute addresses begin with, empty if that is not known
 * @param state the state that is shown
 * @param day the day that is shown
 * @param colours the colours of its parties
 */
record Context(
    Words words,
    View view,
    Assets assets,
    String outside,
    DayState state,
    ElectionDay day,
    PartyColours colours) {

  static Context of(Words words, View view, Assets assets, String outside, DayState state) {
    ElectionDay day = state.result().day().orElseThrow();
    return new Context(words, view, assets, outside, state, day, new PartyColours(day));
  }

  /** Where the pages of the day begin, in the language that is read. */
  String address() {
    return words.prefix() + files();
  }

  /** Where the files of the day begin: they have no language. */
  String files() {
    return "/" + day.key() + "/";
  }

  String address(Election election) {
    return address() + election.key() + "/";
  }

  String address(AreaResult result) {
    String election = address(result.election());
    return result.isTop() ? election : election + result.area().id();
  }

  /** The page of a result as it was in an earlier version. */
  String address(AreaResult result, long version) {
    return address(result) + "?v=" + version;
  }

  /** What an option is called: a party by its short name, an answer by its word. */
  static String label(Election election, BallotOption option) {
    boolean answer = election.question().isPresent() && !option.name().isEmpty();
    return answer ? option.name() : option.shortName();
  }

  /** The name of an area; a district's with its municipality, where it does not say so itself. */
  static String name(AreaResult result) {
    String own = result.area().name();
    return result
        .municipality()
        .filter(_ -> result.district().isPresent())
        .map(Area::name)
        .filter(municipality -> !own.startsWith(municipality))
        .map(municipality -> municipality + ", " + own)
        .orElse(own);
  }
}
