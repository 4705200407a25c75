package org.urnengang.presentation.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.OptionResult;
import org.urnengang.presentation.result.Share;
import org.urnengang.presentation.result.VoteResult;
import org.urnengang.rules.election.AreaLevel;

/**
 * The result of an area in one or two sentences. Who is ahead "führt" while votes are counted and
 * is "gewählt" only once the result is final (§ 41 BWahlG).
 *
 * @param strong what matters
 * @param rest the figures
 */
public record Lead(String strong, String rest) {

  static Lead of(Context context, AreaResult result) {
    Words words = context.words();
    if (!result.isReported()) {
      return nothing(context, result);
    }
    boolean persons =
        result.vote(0).leading().flatMap(OptionResult::nominee).isPresent()
            || result.isBallotScope(0);
    VoteResult vote = persons ? result.vote(0) : result.lastVote();
    Lead lead = persons ? ofPerson(words, result, vote) : ofParty(words, result, vote);
    String more = persons && result.letters().votes() > 1 ? second(words, result) : "";
    return new Lead(lead.strong(), lead.rest() + more + constituencies(words, result));
  }

  /** Only who is ahead, and by how much. */
  static Lead brief(Context context, AreaResult result) {
    if (!result.isReported()) {
      return nothing(context, result);
    }
    boolean persons = result.isBallotScope(0) || result.letters().votes() == 1;
    VoteResult vote = persons ? result.vote(0) : result.lastVote();
    return persons && result.isBallotScope(0)
        ? ofPerson(context.words(), result, vote)
        : ofParty(context.words(), result, vote);
  }

  private static Lead nothing(Context context, AreaResult result) {
    Words words = context.words();
    String until = words.minute(result.state().pollsClose());
    return new Lead(words.text("lead.none"), words.text("lead.none.rest", until));
  }

  private static Lead ofPerson(Words words, AreaResult result, VoteResult vote) {
    Optional<OptionResult> leading = vote.leading();
    if (leading.isEmpty()) {
      return tie(words, vote);
    }
    String key = result.isBallotScope(0) ? "lead." + state(words, result) : "lead.here";
    String who = person(words, leading.get());
    return new Lead(words.text(key, who, result.area().name()), figures(words, vote));
  }

  private static Lead ofParty(Words words, AreaResult result, VoteResult vote) {
    Optional<OptionResult> leading = vote.leading();
    if (leading.isEmpty()) {
      return tie(words, vote);
    }
    String key = result.progress().isComplete() ? "lead.party.complete" : "lead.party";
    String who = leading.get().option().shortName();
    return new Lead(words.text(key, who), figures(words, vote));
  }

  private static Lead tie(Words words, VoteResult vote) {
    List<OptionResult> ranked = vote.ranked();
    String level =
        ranked.stream()
            .filter(option -> option.votes() == ranked.getFirst().votes())
            .map(option -> option.option().shortName())
            .collect(Collectors.joining(", "));
    return new Lead(words.text("lead.tie"), words.text("lead.tie.rest", level));
  }

  /** Word of the state in keys; a law by which the most votes elect has its own. */
  static String state(Words words, AreaResult result) {
    String status = result.status().name().toLowerCase(Locale.ROOT);
    String ofLaw = status + "." + result.election().law();
    return words.optional("lead." + ofLaw).isPresent() ? ofLaw : status;
  }

  /** The word beside the option that is ahead. */
  static String tag(Words words, AreaResult result) {
    return words.text("tag." + state(words, result));
  }

  private static String person(Words words, OptionResult option) {
    String party = option.option().shortName();
    return option.nominee().map(name -> words.text("lead.person", name, party)).orElse(party);
  }

  private static String figures(Words words, VoteResult vote) {
    String share = vote.leading().flatMap(OptionResult::share).map(words::percent).orElse("");
    String name = vote.vote().name();
    return vote.second()
        .map(
            second ->
                words.text(
                    "lead.rest",
                    share,
                    name,
                    words.tenths(vote.leadTenths()),
                    person(words, second)))
        .orElseGet(() -> words.text("lead.rest.alone", share, name));
  }

  private static String second(Words words, AreaResult result) {
    VoteResult vote = result.lastVote();
    return vote.leading().map(leading -> ' ' + second(words, vote, leading)).orElse("");
  }

  private static String second(Words words, VoteResult vote, OptionResult leading) {
    String name = vote.vote().name();
    String party = leading.option().shortName();
    String share = leading.share().map(Share::tenths).map(words::tenths).orElse("");
    String lead = words.tenths(vote.leadTenths());
    return vote.second()
        .map(next -> words.text("lead.second", name, party, share, lead, next.option().shortName()))
        .orElseGet(() -> words.text("lead.second.alone", name, party, share));
  }

  /** Above the constituencies: in how many of them each party is ahead. */
  private static String constituencies(Words words, AreaResult result) {
    Map<Integer, Integer> ahead = new TreeMap<>();
    result.children(AreaLevel.CONSTITUENCY).stream()
        .filter(child -> child.isBallotScope(0))
        .flatMap(child -> child.vote(0).leading().stream())
        .forEach(leading -> ahead.merge(leading.no(), 1, Integer::sum));
    String list =
        ahead.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
            .map(
                entry ->
                    words.text(
                        "lead.constituency",
                        result.election().option(entry.getKey()).shortName(),
                        entry.getValue()))
            .collect(Collectors.joining(", "));
    String key = result.letters().votes() > 1 ? "lead.constituencies" : "lead.wards";
    return list.isEmpty() ? "" : ' ' + words.text(key, list);
  }
}
