package org.urnengang.rules.seats.trail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.urnengang.rules.seats.Claim;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.MethodKind;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.SeatTable.AwardedSeat;
import org.urnengang.rules.seats.SeatTable.Basis;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;

/** Sitztabelle als Text: votes, a round divisor of the span, what it gives, and the last seats. */
record TableText(Step.Distributed step, Labels labels) {
  private static final int LAST_SEATS = 5;
  private static final int WHOLE_ORDER = 60;

  Section section() {
    Distribution question = step.question();
    String heading =
        "%s Sitze an %s, %s"
            .formatted(
                Numerals.whole(question.seats()),
                recipients(question.stage()),
                method(step.table().method()));
    List<String> lines = new ArrayList<>(table());
    span().ifPresent(lines::add);
    lines.addAll(order());
    return new Section(heading, step.law(), lines);
  }

  static String method(MethodKind kind) {
    return switch (kind) {
      case SAINTE_LAGUE -> "Sainte-Laguë/Schepers";
      case D_HONDT -> "d’Hondt";
      case HARE_NIEMEYER -> "Hare/Niemeyer";
    };
  }

  private String recipients(Stage stage) {
    String subject = labels.subject(stage.subject());
    return switch (stage.kind()) {
      case LAND_SEATS -> "die Länder nach Einwohnern";
      case LAND_LISTS -> "die Landeslisten in " + subject;
      case LEVELLED_PARTIES -> "die Parteien nach der Vergrößerung";
      case OTHERS_BESIDE_MAJORITY -> "die übrigen Wahlvorschläge";
      case PARTY_LISTS -> "die Listen von " + subject;
      case LIST_AND_PERSONS -> "Liste und Personen von " + subject;
      case PERSONS -> "die Personen von " + subject;
      default -> "die Wahlvorschläge";
    };
  }

  private boolean byLot() {
    return step.table().order().stream().anyMatch(AwardedSeat::byLot);
  }

  private boolean isDivisorMethod() {
    return step.table().method() != MethodKind.HARE_NIEMEYER;
  }

  private Optional<Fraction> divisor() {
    return isDivisorMethod() && step.table().span().high().isPresent()
        ? Optional.of(Numerals.roundest(step.table().span()))
        : Optional.empty();
  }

  private List<String> table() {
    boolean minimum = step.question().claims().stream().anyMatch(claim -> claim.minimum() > 0);
    Columns columns = new Columns();
    String votes =
        step.question().stage().kind() == Stage.Kind.LAND_SEATS ? "Einwohner" : "Stimmen";
    columns.add("", votes, quotientHead(), minimum ? "mindestens" : "", "Sitze");
    step.question().claims().stream()
        .sorted(Comparator.comparingLong(Claim::votes).reversed())
        .forEach(
            claim ->
                columns.add(
                    name(claim.key()),
                    Numerals.whole(claim.votes()),
                    quotient(claim),
                    minimum ? Integer.toString(claim.minimum()) : "",
                    Integer.toString(step.table().seatsOf(claim.key()))));
    columns.add(
        "Summe",
        Numerals.whole(step.question().votes()),
        "",
        "",
        Integer.toString(step.table().total()));
    return columns.lines();
  }

  private String name(String key) {
    return switch (step.question().stage().kind()) {
      case LAND_SEATS, PARTY_LISTS -> labels.land(key);
      default -> key;
    };
  }

  private String quotientHead() {
    return isDivisorMethod()
        ? divisor().map(divisor -> ": " + Numerals.divisor(divisor)).orElse("")
        : "Anteil";
  }

  private String quotient(Claim claim) {
    if (isDivisorMethod()) {
      return divisor()
          .map(d -> new Fraction(claim.votes() * d.denominator(), d.numerator()))
          .map(Numerals::cut)
          .orElse("");
    }
    long votes = step.question().votes();
    return votes == 0
        ? ""
        : Numerals.cut(new Fraction(claim.votes() * step.question().seats(), votes));
  }

  private Optional<String> span() {
    SeatTable.Span span = step.table().span();
    if (byLot()) {
      return Optional.of(
          "Gleichstand bei %s: Über den letzten Sitz hat das Los entschieden."
              .formatted(Numerals.cut(span.low())));
    }
    if (!isDivisorMethod()) {
      return Optional.of("Erst die ganzen Zahlen, dann die größten Bruchteile.");
    }
    return span.high()
        .map(
            high ->
                "Jeder Divisor über %s bis %s gibt diese Sitze; hier %s. %s"
                    .formatted(
                        Numerals.cut(span.low()),
                        Numerals.cut(high),
                        Numerals.divisor(Numerals.roundest(span)),
                        step.table().method() == MethodKind.SAINTE_LAGUE
                            ? "Ab ,5 wird aufgerundet."
                            : "Es wird abgerundet."));
  }

  /** The whole order of a council, of a parliament the last seats and the first one lost. */
  private List<String> order() {
    List<AwardedSeat> order = step.table().order();
    List<AwardedSeat> shown =
        order.size() <= WHOLE_ORDER
            ? order
            : order.subList(order.size() - LAST_SEATS, order.size());
    if (shown.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(order.size() <= WHOLE_ORDER ? "Sitze der Reihe nach:" : "Die letzten Sitze:");
    Columns columns = new Columns();
    shown.forEach(
        seat -> columns.add(seat.number() + ". " + name(seat.key()), value(seat), basis(seat)));
    if (step.table().span().low().numerator() > 0) {
      columns.add("nicht mehr", Numerals.cut(step.table().span().low()), "");
    }
    lines.addAll(columns.lines());
    return lines;
  }

  private static String value(AwardedSeat seat) {
    return seat.basis() == Basis.MINIMUM && seat.value().numerator() == 0
        ? ""
        : Numerals.cut(seat.value());
  }

  private static String basis(AwardedSeat seat) {
    String basis =
        switch (seat.basis()) {
          case MINIMUM -> "Mindestsitz";
          case QUOTIENT -> "Höchstzahl";
          case WHOLE_SHARE -> "ganze Zahl";
          case REMAINDER -> "Bruchteil";
        };
    return seat.byLot() ? basis + ", Los" : basis;
  }
}
