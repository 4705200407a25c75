package org.urnengang.presentation.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.urnengang.ledger.entry.Entry.Amended;
import org.urnengang.ledger.entry.Entry.Corrected;
import org.urnengang.ledger.entry.Entry.Declared;
import org.urnengang.ledger.entry.Entry.DistrictReported;
import org.urnengang.ledger.entry.Entry.ElectionOpened;
import org.urnengang.ledger.entry.Entry.Estimate;
import org.urnengang.ledger.entry.Entry.LotDrawn;
import org.urnengang.ledger.entry.Entry.Merged;
import org.urnengang.ledger.entry.Entry.Turnout;
import org.urnengang.ledger.entry.Entry.Withdrawn;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.Changes;
import org.urnengang.presentation.result.Changes.Change;
import org.urnengang.presentation.result.Share;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.record.Letters;

/**
 * A released fact in words.
 *
 * @param datetime its time for machines
 * @param time its time
 * @param place where, with the address of the place's page
 * @param kind what kind of fact, and of which election
 * @param text what it says
 * @param correction whether it changes what was known before
 */
public record FactLine(
    String datetime, String time, Link place, String kind, String text, boolean correction) {

  /** Beyond, a correction of the whole form would fill the page. */
  private static final int BRIEF = 4;

  /** How many options a report names. */
  private static final int NAMED = 3;

  /** The fact, with as much of a correction as fits a list. */
  static FactLine brief(Context context, Change change) {
    return new Writer(context, change, BRIEF, NAMED).line();
  }

  /** The fact with everything that it changes. */
  static FactLine full(Context context, Change change) {
    return new Writer(context, change, Integer.MAX_VALUE, NAMED).line();
  }

  /** The fact in a few words: of a report only who is strongest. */
  static FactLine shortest(Context context, Change change) {
    return new Writer(context, change, 1, 1).line();
  }

  /** The fact with its time and place in one sentence. */
  String sentence(Words words) {
    return words.text("fact.sentence", time, place.text(), text);
  }

  /** Finds the words of one fact. */
  private static final class Writer {
    private final Context context;
    private final Words words;
    private final Change change;
    private final AreaResult place;
    private final Letters letters;
    private final int most;
    private final int named;

    Writer(Context context, Change change, int most, int named) {
      this.context = context;
      this.words = context.words();
      this.change = change;
      this.most = most;
      this.named = named;
      this.letters = change.election().letters();
      this.place =
          Changes.place(change.fact().entry())
              .flatMap(id -> AreaResult.of(change.election(), id))
              .orElseGet(() -> AreaResult.top(change.election()));
    }

    FactLine line() {
      String election = place.election().name();
      String name = place.isTop() ? election : Context.name(place);
      var entry = change.fact().entry();
      String kind = kind();
      return new FactLine(
          entry.at().toString(),
          words.minute(entry.at()),
          new Link(name, context.address(place)),
          kind(election, kind),
          text(),
          Changes.isCorrection(change.fact()));
    }

    /** Where nobody votes by post, it goes without saying that a report is of a polling station. */
    private String kind(String election, String kind) {
      boolean plain =
          change.fact().entry() instanceof DistrictReported
              && AreaResult.top(change.election()).progress().expectedPostal() == 0;
      return plain ? election : place.isTop() ? kind : words.text("fact.kind", election, kind);
    }

    private String kind() {
      return switch (change.fact().entry()) {
        case DistrictReported _ ->
            words.text(place.isPostal() ? "fact.reported.postal" : "fact.reported.polling");
        case Corrected _ -> words.text("fact.corrected");
        case Withdrawn _ -> words.text("fact.withdrawn");
        case Merged _ -> words.text("fact.merged");
        case Estimate _ -> words.text("fact.estimate");
        case Turnout _ -> words.text("fact.turnout");
        case LotDrawn _ -> words.text("fact.lot");
        case Amended _ -> words.text("fact.amended");
        case Declared _ -> words.text("fact.declared");
        case ElectionOpened _ -> words.text("fact.opened");
      };
    }

    private String text() {
      return switch (change.fact().entry()) {
        case DistrictReported e -> shares(e.figures());
        case Corrected e -> words.text("fact.because", differences(e), e.reason());
        case Withdrawn e -> words.text("fact.withdrawn.text", e.reason());
        case Merged e -> words.text("fact.merged.text", name(e.into()), e.reason());
        case Estimate e -> words.text("fact.because", shares(e.figures()), e.reason());
        case Turnout e -> words.text("fact.turnout.text", e.voters());
        case LotDrawn e -> words.text("fact.lot.text", e.about(), e.drawn());
        case Amended e ->
            words.text(
                "fact.because",
                words.text("fact.amended." + e.what().name(), e.before(), e.after()),
                e.reason());
        case Declared e -> words.text("fact.declared." + e.status().name(), e.by());
        case ElectionOpened _ -> "";
      };
    }

    private String name(String id) {
      return AreaResult.of(change.election(), id).map(Context::name).orElse(id);
    }

    private String differences(Corrected e) {
      Set<String> after = e.after().keySet();
      List<String> changed = letters.names().stream().filter(after::contains).toList();
      String shown =
          changed.stream()
              .limit(most)
              .map(name -> difference(name, e.after(), e.before()))
              .collect(Collectors.joining(", "));
      int more = changed.size() - most;
      return more > 0 ? words.text("fact.differences.more", shown, more) : shown;
    }

    private String difference(
        String letter, Map<String, Integer> after, Map<String, Integer> before) {
      return words.text("fact.difference", letter, after.get(letter), before.get(letter));
    }

    /** The strongest options of the last vote. */
    private String shares(Map<String, Integer> figures) {
      int vote = letters.votes() - 1;
      long valid = figures.getOrDefault(letters.name(letters.valid(vote)), 0);
      Map<BallotOption, Integer> votes = new LinkedHashMap<>();
      for (BallotOption option : place.election().options()) {
        Integer count = figures.get(letters.name(letters.option(vote, option.no())));
        if (count != null) {
          votes.put(option, count);
        }
      }
      return votes.entrySet().stream()
          .sorted(Map.Entry.<BallotOption, Integer>comparingByValue().reversed())
          .limit(named)
          .map(entry -> share(entry.getKey(), Share.of(entry.getValue(), valid)))
          .collect(Collectors.joining(", "));
    }

    private String share(BallotOption option, Optional<Share> share) {
      return Context.label(place.election(), option)
          + ' '
          + share.map(Share::tenths).map(words::tenths).orElseGet(() -> words.text("no.value"));
    }
  }
}
