package org.urnengang.rules.seats.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.urnengang.rules.decision.ReferendumDecision;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Reason;
import org.urnengang.rules.seats.Step;
import org.urnengang.rules.seats.Step.Admission;
import org.urnengang.rules.seats.Step.CoverageReason;

/** Rechenweg in Worten: the steps of a calculation in German, each with its paragraph. */
public final class TrailText {
  private final Labels labels;

  public TrailText(Labels labels) {
    this.labels = labels;
  }

  /** The trail in sections; steps of one kind and paragraph that follow each other share one. */
  public List<Section> sections(List<Step> trail) {
    List<Section> sections = new ArrayList<>();
    for (int from = 0; from < trail.size(); ) {
      int to = from + 1;
      while (to < trail.size() && belongTogether(trail.get(from), trail.get(to))) {
        to++;
      }
      sections.add(section(trail.subList(from, to)));
      from = to;
    }
    return sections;
  }

  private static boolean belongTogether(Step one, Step other) {
    return one.getClass() == other.getClass()
        && !(one instanceof Step.Distributed)
        && (one.law().equals(other.law())
            || one instanceof Step.Threshold
            || one instanceof Step.Coverage);
  }

  private Section section(List<Step> steps) {
    Step first = steps.getFirst();
    if (first instanceof Step.Distributed distributed) {
      return new TableText(distributed, labels).section();
    }
    return new Section(heading(first), first.law(), steps.stream().map(this::line).toList());
  }

  /** The trail as one text. */
  public String text(List<Step> trail) {
    StringBuilder text = new StringBuilder();
    int number = 1;
    for (Section section : sections(trail)) {
      text.append(number++).append(". ").append(section.heading());
      text.append(section.law().isEmpty() ? "" : " (" + section.law() + ")").append('\n');
      section.lines().forEach(line -> text.append("   ").append(line).append('\n'));
      text.append('\n');
    }
    return text.toString();
  }

  private static String heading(Step step) {
    return switch (step) {
      case Step.Threshold _ -> "Wer an der Verteilung teilnimmt";
      case Step.Subtraction _ -> "Sitze außerhalb der Verteilung";
      case Step.Distributed _ -> "Verteilung";
      case Step.LotApplied _ -> "Los";
      case Step.ListMinimum _ -> "Mindestsitze der Landeslisten";
      case Step.PartyClaim _ -> "Mindestsitze der Parteien";
      case Step.Enlargement _ -> "Vergrößerung Sitz für Sitz";
      case Step.OverhangKept _ -> "Überhang ohne Ausgleich";
      case Step.LevelledSize _ -> "Vergrößerung nach der Formel";
      case Step.SizeStep _ -> "Weitere Vergrößerung, solange ein Überhang bleibt";
      case Step.Majority _ -> "Mehrheitsklausel";
      case Step.SeatGivenUp _ -> "Abgabe eines Sitzes";
      case Step.Seated _ -> "Wer die Sitze einnimmt";
      case Step.CouncilSize _ -> "Größe der Vertretung";
      case Step.HalfTested _ -> "Mehr als die Hälfte";
      case Step.ShareTested _ -> "Mindestanteil";
      case Step.QuestionDecided _ -> "Jede Frage für sich";
      case Step.RunOffQuestion _ -> "Stichfrage";
      case Step.DistrictWon _ -> "Siege in den Wahlkreisen";
      case Step.Coverage _ -> "Zweitstimmendeckung";
    };
  }

  private String line(Step step) {
    return switch (step) {
      case Step.Threshold s -> threshold(s);
      case Step.Subtraction s -> subtraction(s);
      case Step.Distributed s -> new TableText(s, labels).section().heading();
      case Step.LotApplied s -> lotApplied(s);
      case Step.ListMinimum s -> listMinimum(s);
      case Step.PartyClaim s -> partyClaim(s);
      case Step.Enlargement s -> enlargement(s);
      case Step.OverhangKept s -> "%s: %d Sitze kommen hinzu".formatted(s.party(), s.seats());
      case Step.LevelledSize s -> levelledSize(s);
      case Step.SizeStep s -> s.size() + " Sitze";
      case Step.Majority s -> majority(s);
      case Step.SeatGivenUp s ->
          "%s gibt einen Sitz ab (niedrigster Bruchteil ab 0,5: %s)"
              .formatted(s.party(), Numerals.cut(s.fraction()));
      case Step.Seated s -> seated(s);
      case Step.CouncilSize s -> councilSize(s);
      case Step.HalfTested _, Step.ShareTested _, Step.QuestionDecided _, Step.RunOffQuestion _ ->
          decision(step);
      case Step.DistrictWon s ->
          "%s: %s mit %s von %s Stimmen"
              .formatted(
                  labels.district(s.district()),
                  s.winner(),
                  Numerals.whole(s.votes()),
                  Numerals.whole(s.valid()));
      case Step.Coverage s -> coverage(s);
    };
  }

  private String subtraction(Step.Subtraction s) {
    return "%s%d − %d = %d Sitze zu verteilen"
        .formatted(
            s.subject().isEmpty() ? "" : labels.land(s.subject()) + ": ",
            s.seats(),
            s.winners(),
            s.seats() - s.winners());
  }

  private String listMinimum(Step.ListMinimum s) {
    return "%s, %s: %d Wahlkreise, %d Sitze der ersten Verteilung, mindestens %d"
        .formatted(labels.land(s.land()), s.party(), s.districtsWon(), s.quota(), s.minimum());
  }

  private static String partyClaim(Step.PartyClaim s) {
    return "%s: %d Sitze der ersten Verteilung, %d Überhang, mindestens %d"
        .formatted(s.party(), s.quota(), s.overhang(), s.claim());
  }

  private static String enlargement(Step.Enlargement s) {
    return "%s. Sitz: %s (Höchstzahl %s)%s"
        .formatted(
            Numerals.whole(s.size()),
            s.recipient(),
            Numerals.cut(s.quotient()),
            missing(s.missing()));
  }

  private static String threshold(Step.Threshold s) {
    if (s.share().numerator() == 0) {
      return s.party() + ": ja, es gibt keine Sperrklausel";
    }
    String sign = s.left() >= s.right() ? "≥" : "<";
    String tested =
        "%d · %s %s %d · %s"
            .formatted(
                s.share().denominator(),
                Numerals.whole(s.votes()),
                sign,
                s.share().numerator(),
                Numerals.whole(s.valid()));
    return "%s: %s, %s".formatted(s.party(), tested, admission(s));
  }

  private static String admission(Step.Threshold s) {
    String share = Numerals.share(s.share());
    return switch (s.admission()) {
      case Admission.SHARE -> "nimmt teil: mindestens " + share;
      case Admission.DISTRICTS ->
          "nimmt teil: unter " + share + ", aber " + s.districtsWon() + " Wahlkreise gewonnen";
      case Admission.MINORITY -> "nimmt teil: nationale Minderheit";
      case Admission.NONE -> "nimmt nicht teil: unter " + share;
    };
  }

  private String lotApplied(Step.LotApplied s) {
    return lot(s.lot().occasion()) + " Gezogen: " + String.join(", ", s.lot().drawn()) + ".";
  }

  /** What a lot is drawn for, in one sentence. */
  public String lot(LotCase lot) {
    String subject =
        switch (lot.stage().kind()) {
          case DISTRICT -> " im Wahlkreis " + labels.district(lot.stage().subject());
          case LAND_LISTS -> " in " + labels.land(lot.stage().subject());
          case PARTY_LISTS, COVERAGE, PERSONS -> " bei " + labels.subject(lot.stage().subject());
          default -> "";
        };
    String between = String.join(" und ", lot.candidates().stream().map(labels::land).toList());
    return "Gleichstand%s zwischen %s; %s entscheidet das Los (%s)."
        .formatted(
            subject,
            between,
            lot.seatsOpen() == 1 ? "über einen Platz" : "über " + lot.seatsOpen() + " Plätze",
            lot.stage());
  }

  /** Why nothing can be decided yet, in one sentence. */
  public static String reason(Reason reason) {
    return switch (reason) {
      case NO_VOTES -> "Es sind noch keine Stimmen gezählt.";
      case DISTRICTS_MISSING -> "Noch nicht jeder Wahlkreis hat ein Ergebnis.";
      case LANDS_MISSING -> "Noch nicht jedes Land hat ein Ergebnis.";
      case TOO_MANY_SEATS -> "Der Ausgleich verlangt mehr Sitze, als je verteilt werden.";
      case TOO_FEW_SEATS -> "Es gibt mehr gewonnene Bezirke ohne Liste als Sitze.";
      case RUN_OFF_QUESTION_MISSING ->
          "Mehrere Fragen schließen einander aus, und es gab keine Stichfrage.";
      case LAW_SILENT -> "Das Gesetz beantwortet diesen Fall nicht.";
    };
  }

  private static String missing(SortedMap<String, Integer> missing) {
    return missing.isEmpty()
        ? "; nichts fehlt mehr"
        : missing.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ", "; noch fehlen ", ""));
  }

  private static String levelledSize(Step.LevelledSize s) {
    return "%s hat die meisten Bezirke je Stimme: %d · %s : %s = %s; das Haus hat damit %d Sitze"
        .formatted(
            s.party(),
            s.districtsWon(),
            Numerals.whole(s.votes()),
            Numerals.whole(s.partyVotes()),
            Numerals.cut(s.exact()),
            s.size());
  }

  private static String majority(Step.Majority s) {
    return "%s hat %s von %s Stimmen, mehr als die Hälfte, und %d von %d Sitzen: %s"
        .formatted(
            s.party(),
            Numerals.whole(s.votes()),
            Numerals.whole(s.allVotes()),
            s.seats(),
            s.size(),
            s.added() == 0
                ? "es bleibt dabei"
                : "%d dazu, zusammen %d Sitze".formatted(s.added(), s.sizeAfter()));
  }

  private static String seated(Step.Seated s) {
    List<String> parts = new ArrayList<>();
    if (!s.byVotes().isEmpty()) {
      parts.add("nach Stimmen " + String.join(", ", s.byVotes()));
    }
    if (!s.byList().isEmpty()) {
      parts.add("nach der Liste " + String.join(", ", s.byList()));
    }
    if (s.vacant() > 0) {
      parts.add(s.vacant() + " unbesetzt");
    }
    return s.nomination() + ": " + String.join("; ", parts);
  }

  private static String councilSize(Step.CouncilSize s) {
    return "%s Einwohner: %d Mitglieder%s"
        .formatted(
            Numerals.whole(s.population()),
            s.table(),
            s.reduction() == 0
                ? ""
                : ", nach der Satzung %d weniger: %d".formatted(s.reduction(), s.size()));
  }

  private static String decision(Step step) {
    return switch (step) {
      case Step.HalfTested s ->
          "%s: 2 · %s %s %s"
              .formatted(
                  s.candidate(),
                  Numerals.whole(s.votes()),
                  s.reached() ? ">" : "≤",
                  Numerals.whole(s.whole()));
      case Step.ShareTested s ->
          "%s: %d · %s %s %d · %s"
              .formatted(
                  s.candidate(),
                  s.share().denominator(),
                  Numerals.whole(s.votes()),
                  s.reached() ? "≥" : "<",
                  s.share().numerator(),
                  Numerals.whole(s.whole()));
      case Step.QuestionDecided s ->
          "%s: %s Ja, %s Nein: %s"
              .formatted(
                  s.question(),
                  Numerals.whole(s.yes()),
                  Numerals.whole(s.no()),
                  word(s.decision()));
      case Step.RunOffQuestion s ->
          "%s: %s%s"
              .formatted(
                  votes(s.votes()),
                  s.prevailing(),
                  s.byYesVotes() ? " nach der Zahl der Ja-Stimmen" : "");
      default -> "";
    };
  }

  private static String votes(Map<String, Long> votes) {
    return votes.entrySet().stream()
        .map(entry -> entry.getKey() + " " + Numerals.whole(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String word(ReferendumDecision decision) {
    return switch (decision.verdict()) {
      case YES -> "Ja";
      case NO -> "Nein";
      case QUORUM_MISSED -> "das Quorum ist verfehlt";
    };
  }

  private String coverage(Step.Coverage s) {
    String who =
        "%s: %s, %s von %s Erststimmen"
            .formatted(
                labels.district(s.district()),
                s.winner(),
                Numerals.whole(s.votes()),
                Numerals.whole(s.valid()));
    String reason =
        switch (s.reason()) {
          case CoverageReason.COVERED ->
              "gedeckt (Rang %d bei %d Sitzen in %s)"
                  .formatted(s.rank(), s.seats(), labels.land(s.land()));
          case CoverageReason.SEATS_EXHAUSTED ->
              "NICHT gedeckt (Rang %d bei %d Sitzen in %s)"
                  .formatted(s.rank(), s.seats(), labels.land(s.land()));
          case CoverageReason.PARTY_NOT_ADMITTED ->
              "NICHT gedeckt: die Partei nimmt an der Verteilung nicht teil";
          case CoverageReason.NO_LIST -> "NICHT gedeckt: keine Landesliste";
          case CoverageReason.INDEPENDENT -> "gewählt: braucht keine Deckung";
        };
    return who + "; " + reason;
  }
}
