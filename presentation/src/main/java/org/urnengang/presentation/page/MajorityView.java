package org.urnengang.presentation.page;

import java.util.List;
import java.util.Optional;
import org.urnengang.ledger.seats.Outcome;
import org.urnengang.presentation.graphic.Graphic;
import org.urnengang.presentation.graphic.Icon;
import org.urnengang.presentation.graphic.MajorityBars;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.OptionResult;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.MayorElection;
import org.urnengang.rules.seats.TwofoldCalculation.Agreement;
import org.urnengang.rules.seats.TwofoldCalculation.Disagreement;
import org.urnengang.rules.seats.trail.Labels;
import org.urnengang.rules.seats.trail.Section;
import org.urnengang.rules.seats.trail.TrailText;

/**
 * Whether somebody has more than half of the valid votes, or a run-off is needed (§ 46c KWahlG
 * NRW).
 *
 * @param base that it is a trend or provisional
 * @param rows a bar for each person
 * @param note what follows
 * @param trail the calculation
 */
public record MajorityView(String base, List<Row> rows, Note note, List<Section> trail) {

  /** A person. */
  public record Row(String name, String party, String share, Graphic bar) {}

  static Optional<MajorityView> of(Context context, AreaResult result) {
    return result
        .outcome()
        .filter(Outcome.Person.class::isInstance)
        .map(Outcome.Person.class::cast)
        .filter(_ -> result.isReported())
        .map(outcome -> new Writer(context, result, outcome).view());
  }

  /** Writes the view. */
  private record Writer(Context context, AreaResult result, Outcome.Person outcome) {
    private Words words() {
      return context.words();
    }

    private MajorityView view() {
      return new MajorityView(
          words().text(outcome.isTrend() ? "seats.trend" : "seats.provisional"),
          result.vote(0).ranked().stream().map(this::row).toList(),
          note(),
          outcome.verdict() instanceof Agreement<MayorElection.Result> agreement
              ? new TrailText(Labels.NONE).sections(agreement.allocation().trail())
              : List.of());
    }

    private Row row(OptionResult option) {
      String party = option.option().shortName();
      return new Row(
          option.nominee().orElse(party),
          party,
          option.share().map(words()::percent).orElse(words().text("no.value")),
          MajorityBars.draw(
              context.colours().of(result.election(), option.option()),
              option.share().map(share -> share.tenths()).orElse(0L)));
    }

    private String name(String key) {
      int no = outcome.numbers().getOrDefault(key, 1);
      return result.vote(0).options().stream()
          .filter(option -> option.no() == no)
          .flatMap(option -> option.nominee().stream())
          .findFirst()
          .map(person -> words().text("lead.person", person, key))
          .orElse(key);
    }

    private Note note() {
      return switch (outcome.verdict()) {
        case Disagreement<MayorElection.Result> _ ->
            new Note(
                "warn",
                Icon.HALF,
                words().text("seats.conflict"),
                words().text("seats.conflict.rest"));
        case Agreement<MayorElection.Result> agreement -> note(agreement.allocation());
      };
    }

    private Note note(Allocation<MayorElection.Result> allocation) {
      return switch (allocation) {
        case Allocation.LotRequired<MayorElection.Result> required ->
            new Note(
                "",
                Icon.HALF,
                words().text("seats.lot"),
                new TrailText(Labels.NONE).lot(required.lot()));
        case Allocation.NotYetDecidable<MayorElection.Result> waiting ->
            new Note(
                "", Icon.HALF, words().text("seats.waiting"), TrailText.reason(waiting.reason()));
        case Allocation.Allocated<MayorElection.Result> allocated -> decided(allocated.result());
      };
    }

    private Note decided(MayorElection.Result decided) {
      String state = outcome.isTrend() ? "trend" : "provisional";
      return switch (decided) {
        case MayorElection.Elected elected ->
            new Note(
                outcome.isTrend() ? "" : "ok",
                outcome.isTrend() ? Icon.HALF : Icon.TICK,
                words().text("majority.elected." + state, name(elected.candidate())),
                words().text("majority.elected.rest"));
        case MayorElection.RunOff runOff ->
            new Note(
                "",
                Icon.HALF,
                words().text("majority.runoff." + state),
                words()
                    .text(
                        "majority.runoff.rest",
                        String.join(
                            " " + words().text("majority.and") + " ",
                            runOff.candidates().stream().map(this::name).toList())));
        case MayorElection.NotElected not ->
            new Note(
                "",
                Icon.HALF,
                words().text("majority.none." + state, name(not.candidate())),
                words().text("majority.none.rest"));
      };
    }
  }
}
