package org.urnengang.rules.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.urnengang.rules.seats.TwofoldCalculation.Agreement;
import org.urnengang.rules.seats.TwofoldCalculation.Disagreement;
import org.urnengang.rules.seats.law.FirstImplementation;

/** Uses implementations with faults; the second real one has tests of its own. */
class TwofoldCalculationTest {
  private static final SeatImplementation SOUND = new FirstImplementation();

  /** Sound, but from some number of seats on with the quotients of d’Hondt (Saxony 2024). */
  private record Switching(int from) implements SeatImplementation {
    @Override
    public String name() {
      return "switching";
    }

    @Override
    public List<ApportionmentMethod> methods() {
      return List.of(
          new ApportionmentMethod() {
            @Override
            public MethodKind kind() {
              return MethodKind.SAINTE_LAGUE;
            }

            @Override
            public Allocation<SeatTable> allocate(Distribution distribution, Lots lots) {
              MethodKind row =
                  distribution.seats() < from ? MethodKind.SAINTE_LAGUE : MethodKind.D_HONDT;
              return SOUND.method(row).allocate(distribution, lots);
            }
          });
    }

    @Override
    public List<SeatLaw<?, ?>> laws() {
      return List.of();
    }
  }

  /** Votes by which Sainte-Laguë and d’Hondt agree on 116 seats and not on 117. */
  private static Distribution saxony(int seats) {
    return new Distribution(
        Stage.of(Stage.Kind.PARTIES),
        seats,
        List.of(Claim.of("A", 59_500), Claim.of("B", 40_500), Claim.of("C", 16_900)));
  }

  @Test
  void a_method_that_switches_to_other_quotients_at_seat_117_is_caught() {
    TwofoldCalculation twofold = new TwofoldCalculation(SOUND, new Switching(117));

    assertThat(twofold.allocate(MethodKind.SAINTE_LAGUE, saxony(116), Lots.none()))
        .isInstanceOf(Agreement.class);
    assertThat(twofold.allocate(MethodKind.SAINTE_LAGUE, saxony(117), Lots.none()))
        .isInstanceOfSatisfying(
            Disagreement.class,
            disagreement -> assertThat(disagreement.first()).isNotEqualTo(disagreement.second()));
  }

  /** The first implementation under another name, to see an agreement. */
  private record Renamed(SeatImplementation real) implements SeatImplementation {
    @Override
    public String name() {
      return "renamed";
    }

    @Override
    public List<ApportionmentMethod> methods() {
      return real.methods();
    }

    @Override
    public List<SeatLaw<?, ?>> laws() {
      return real.laws();
    }
  }

  @Test
  void two_calculations_that_agree_give_the_common_result() {
    BundestagElection election =
        BundestagData.read("bundestag-2017.csv", "bundestag-2013").election();

    assertThat(
            new TwofoldCalculation(SOUND, new Renamed(SOUND))
                .calculate(Laws.BUNDESTAG_2013, election, Lots.none()))
        .isInstanceOfSatisfying(
            Agreement.class,
            agreement ->
                assertThat(agreement.allocation()).isInstanceOf(Allocation.Allocated.class));
  }

  @Test
  void every_law_and_method_is_there_under_its_name() {
    assertThat(SOUND.name()).isEqualTo("highest-quotient");
    assertThat(SOUND.laws())
        .extracting(law -> law.key().name())
        .containsExactlyInAnyOrder(
            "bundestag-2013",
            "bundestag-2020",
            "bundestag-2023",
            "europa",
            "landtag-nrw",
            "rat-nrw",
            "buergermeister-nrw",
            "buergerentscheid-nrw",
            "rat-niedersachsen",
            "listenbesetzung");
    for (MethodKind kind : MethodKind.values()) {
      assertThat(SOUND.method(kind).kind()).isEqualTo(kind);
    }
    assertThatThrownBy(() -> new Switching(1).method(MethodKind.D_HONDT))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void lots_and_reasons_are_compared_too() {
    LotCase one = new LotCase(Stage.of(Stage.Kind.SEATS), 1, List.of("A", "B"), 1);
    LotCase two = new LotCase(Stage.of(Stage.Kind.SEATS), 2, List.of("A", "B"), 1);
    Allocation<SeatTable> lot = new Allocation.LotRequired<>(one, List.of());
    Allocation<SeatTable> wait = new Allocation.NotYetDecidable<>(Reason.NO_VOTES, List.of());

    assertThat(lot.agreesWith(new Allocation.LotRequired<>(one, List.of()))).isTrue();
    assertThat(lot.agreesWith(new Allocation.LotRequired<>(two, List.of()))).isFalse();
    assertThat(lot.agreesWith(wait)).isFalse();
    assertThat(wait.agreesWith(new Allocation.NotYetDecidable<>(Reason.NO_VOTES, List.of())))
        .isTrue();
    assertThat(wait.agreesWith(new Allocation.NotYetDecidable<>(Reason.LAW_SILENT, List.of())))
        .isFalse();
    assertThat(wait.agreesWith(lot)).isFalse();
  }

  @Test
  void an_implementation_does_not_check_itself() {
    assertThatThrownBy(() -> new TwofoldCalculation(SOUND, new FirstImplementation()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_law_that_only_one_implementation_has_is_refused() {
    TwofoldCalculation twofold = new TwofoldCalculation(SOUND, new Switching(1));
    ListSeats question =
        new ListSeats(
            "Liste",
            0,
            new TreeMap<>(Map.of()),
            List.of(),
            List.of(),
            new TreeSet<>(),
            new TreeSet<>(),
            true);

    assertThatThrownBy(() -> twofold.calculate(Laws.LISTENBESETZUNG, question, Lots.none()))
        .hasMessageContaining("listenbesetzung");
  }
}
