package org.urnengang.rules.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.urnengang.rules.election.Election;

/**
 * Kennbuchstaben der Schnellmeldung (Anlage 28 BWO) of one election as columns: A1, A2, A3, B, B1,
 * then C, D, D1…Dn for the first vote and E, F, F1…Fn for the second, n being the number of options
 * of the election. Every count of that election, from a district to the country, has these columns.
 */
public final class Letters {
  /** Wahlberechtigte ohne Sperrvermerk „W“. */
  public static final int A1 = 0;

  /** Wahlberechtigte mit Sperrvermerk „W“. */
  public static final int A2 = 1;

  /** Wahlberechtigte mit Wahlschein nach § 25 Abs. 2 BWO, only in compilations. */
  public static final int A3 = 2;

  /** Wähler. */
  public static final int B = 3;

  /** Wähler mit Wahlschein. */
  public static final int B1 = 4;

  private static final int FIRST_VOTE = 5;
  private static final List<String> BEFORE_VOTES = List.of("A1", "A2", "A3", "B", "B1");
  private static final String[][] OF_VOTE = {{"C", "D"}, {"E", "F"}};

  private final int votes;
  private final int options;
  private final List<String> names;
  private final Map<String, Integer> columns;

  private Letters(int votes, int options) {
    this.votes = votes;
    this.options = options;
    List<String> all = new ArrayList<>(BEFORE_VOTES);
    for (int vote = 0; vote < votes; vote++) {
      all.addAll(List.of(OF_VOTE[vote]));
      for (int no = 1; no <= options; no++) {
        all.add(OF_VOTE[vote][1] + no);
      }
    }
    this.names = List.copyOf(all);
    this.columns = HashMap.newHashMap(all.size());
    for (int column = 0; column < all.size(); column++) {
      columns.put(all.get(column), column);
    }
  }

  public static Letters of(Election election) {
    return of(election.votes().size(), election.options().size());
  }

  /** Columns of an election of which only its numbers are known. */
  public static Letters of(int votes, int options) {
    return new Letters(votes, options);
  }

  /** Number of columns. */
  public int size() {
    return names.size();
  }

  /** Number of votes on the ballot, 1 or 2. */
  public int votes() {
    return votes;
  }

  /** Number of options of the election. */
  public int options() {
    return options;
  }

  /** Column of the invalid votes (ungültige Stimmen): C or E. */
  public int invalid(int vote) {
    return FIRST_VOTE + vote * (options + 2);
  }

  /** Column of the valid votes (gültige Stimmen): D or F. */
  public int valid(int vote) {
    return invalid(vote) + 1;
  }

  /** Column of the votes for option {@code no}, from 1: D<i>n</i> or F<i>n</i>. */
  public int option(int vote, int no) {
    return valid(vote) + no;
  }

  public String name(int column) {
    return names.get(column);
  }

  /** All names in the order of their columns. */
  public List<String> names() {
    return names;
  }

  /** The column with this name, empty if the election has no such letter. */
  public OptionalInt column(String name) {
    Integer column = columns.get(name);
    return column == null ? OptionalInt.empty() : OptionalInt.of(column);
  }
}
