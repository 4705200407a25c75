package org.urnengang.app;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.urnengang.formats.seats.BundestagFiles;
import org.urnengang.formats.seats.EuropeanFiles;
import org.urnengang.formats.seats.PartyFile;
import org.urnengang.formats.seats.PersonsFile;
import org.urnengang.formats.seats.SeatFolder;
import org.urnengang.ledger.seats.LawBook;
import org.urnengang.rules.seats.Allocation;
import org.urnengang.rules.seats.BundestagElection;
import org.urnengang.rules.seats.BundestagRules;
import org.urnengang.rules.seats.CouncilElection;
import org.urnengang.rules.seats.Distribution;
import org.urnengang.rules.seats.EuropeanElection;
import org.urnengang.rules.seats.LandtagElection;
import org.urnengang.rules.seats.LawKey;
import org.urnengang.rules.seats.Laws;
import org.urnengang.rules.seats.ListAndPersonsElection;
import org.urnengang.rules.seats.Lot;
import org.urnengang.rules.seats.Lots;
import org.urnengang.rules.seats.MethodKind;
import org.urnengang.rules.seats.SeatResult;
import org.urnengang.rules.seats.SeatTable;
import org.urnengang.rules.seats.TwofoldCalculation.Agreement;
import org.urnengang.rules.seats.TwofoldCalculation.Disagreement;
import org.urnengang.rules.seats.TwofoldCalculation.Verdict;
import org.urnengang.rules.seats.trail.Labels;

/**
 * A question to a law or method, ready to be calculated twice.
 *
 * @param law its name on the command line
 * @param calculation both calculations with the lots drawn so far
 * @param lots lots that the input itself records
 * @param labels names for the trail
 */
record SeatQuestion(
    String law, Function<Lots, Verdict<SeatResult>> calculation, List<Lot> lots, Labels labels) {
  private static final SequencedMap<String, Reader> LAWS = laws();

  SeatQuestion {
    lots = List.copyOf(lots);
  }

  /** How the question to a law stands in files. */
  private interface Reader {
    SeatQuestion read(SeatFolder folder, Optional<Integer> seats);
  }

  /** Every law and method that the command knows: the place where a further one is entered. */
  private static SequencedMap<String, Reader> laws() {
    SequencedMap<String, Reader> laws = new LinkedHashMap<>();
    Stream.of(Laws.BUNDESTAG_2013, Laws.BUNDESTAG_2020, Laws.BUNDESTAG_2023)
        .forEach(key -> laws.put(key.name(), (folder, seats) -> bundestag(key, folder, seats)));
    laws.put(Laws.LANDTAG_NRW.name(), SeatQuestion::landtag);
    laws.put(Laws.RAT_NRW.name(), SeatQuestion::council);
    laws.put(Laws.RAT_NIEDERSACHSEN.name(), SeatQuestion::councilOfPersons);
    laws.put(Laws.EUROPA.name(), SeatQuestion::europe);
    for (MethodKind kind : MethodKind.values()) {
      laws.put(kind.key(), (folder, seats) -> method(kind, folder, seats));
    }
    return laws;
  }

  /** The names of all of them. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return LAWS.keySet().iterator();
    }
  }

  /** Reads what this law needs from the folder. */
  static SeatQuestion of(String law, SeatFolder folder, Optional<Integer> seats) {
    Reader reader = LAWS.get(law);
    if (reader == null) {
      throw Refusal.wrongUse("--law „%s“ gibt es nicht, nur %s.".formatted(law, LAWS.keySet()));
    }
    return reader.read(folder, seats);
  }

  private static SeatQuestion bundestag(
      LawKey<BundestagElection, SeatResult> key, SeatFolder folder, Optional<Integer> seats) {
    BundestagRules rules = BundestagRules.of(LawBook.data(key));
    requireFixed(seats, rules.seats().value(), rules.seats().law());
    boolean byPopulation = !key.equals(Laws.BUNDESTAG_2023);
    BundestagFiles files = BundestagFiles.read(folder, rules, byPopulation);
    return new SeatQuestion(
        key.name(),
        lots -> LawBook.both().calculate(key, files.election(), lots),
        files.lots(),
        files.labels());
  }

  private static SeatQuestion landtag(SeatFolder folder, Optional<Integer> seats) {
    LandtagElection.Rules rules = LandtagElection.Rules.of(LawBook.data(Laws.LANDTAG_NRW));
    requireFixed(seats, rules.seats().value(), rules.seats().law());
    return plain(Laws.LANDTAG_NRW, PartyFile.read(folder).landtag(rules));
  }

  private static SeatQuestion council(SeatFolder folder, Optional<Integer> seats) {
    CouncilElection.Rules rules = CouncilElection.Rules.of(LawBook.data(Laws.RAT_NRW));
    int size = required(seats);
    return plain(Laws.RAT_NRW, PartyFile.read(folder).council(rules, size));
  }

  private static SeatQuestion councilOfPersons(SeatFolder folder, Optional<Integer> seats) {
    LawKey<ListAndPersonsElection, ListAndPersonsElection.Result> key = Laws.RAT_NIEDERSACHSEN;
    ListAndPersonsElection.Rules rules = ListAndPersonsElection.Rules.of(LawBook.data(key));
    ListAndPersonsElection election = PersonsFile.read(folder).council(rules, required(seats));
    return new SeatQuestion(
        key.name(),
        lots ->
            mapped(
                LawBook.both().calculate(key, election, lots),
                ListAndPersonsElection.Result::seats),
        List.of(),
        Labels.NONE);
  }

  private static SeatQuestion europe(SeatFolder folder, Optional<Integer> seats) {
    EuropeanElection.Rules rules = EuropeanElection.Rules.of(LawBook.data(Laws.EUROPA));
    requireFixed(seats, rules.seats().value(), rules.seats().law());
    if (!folder.hasLands()) {
      return plain(Laws.EUROPA, PartyFile.read(folder).europe(rules));
    }
    EuropeanFiles files = EuropeanFiles.read(folder, rules);
    return new SeatQuestion(
        Laws.EUROPA.name(),
        lots -> LawBook.both().calculate(Laws.EUROPA, files.election(), lots),
        List.of(),
        new Labels(files.lands(), Map.of()));
  }

  private static <I> SeatQuestion plain(LawKey<I, SeatResult> key, I election) {
    return new SeatQuestion(
        key.name(), lots -> LawBook.both().calculate(key, election, lots), List.of(), Labels.NONE);
  }

  private static SeatQuestion method(MethodKind kind, SeatFolder folder, Optional<Integer> seats) {
    Distribution distribution = PartyFile.read(folder).distribution(required(seats));
    return new SeatQuestion(
        kind.key(),
        lots -> mapped(LawBook.both().allocate(kind, distribution, lots), SeatQuestion::asResult),
        List.of(),
        Labels.NONE);
  }

  /** A plain table names everybody, also those without a seat. */
  private static SeatResult asResult(SeatTable table) {
    return new SeatResult(table.total(), table.seats(), new TreeMap<>(), new TreeMap<>());
  }

  private static <R> Verdict<SeatResult> mapped(Verdict<R> verdict, Function<R, SeatResult> seats) {
    return switch (verdict) {
      case Agreement<R> agreement -> new Agreement<>(mapped(agreement.allocation(), seats));
      case Disagreement<R> two ->
          new Disagreement<>(mapped(two.first(), seats), mapped(two.second(), seats));
    };
  }

  private static <R> Allocation<SeatResult> mapped(
      Allocation<R> allocation, Function<R, SeatResult> seats) {
    return switch (allocation) {
      case Allocation.Allocated<R> allocated ->
          new Allocation.Allocated<>(seats.apply(allocated.result()), allocated.trail());
      case Allocation.LotRequired<R> required ->
          new Allocation.LotRequired<>(required.lot(), required.trail());
      case Allocation.NotYetDecidable<R> waiting ->
          new Allocation.NotYetDecidable<>(waiting.reason(), waiting.trail());
    };
  }

  private static int required(Optional<Integer> seats) {
    int number =
        seats.orElseThrow(() -> Refusal.wrongUse("Wie viele Sitze? Bitte mit --seats N angeben."));
    if (number < 0 || number > Distribution.MAX_SEATS) {
      throw Refusal.wrongUse(
          "--seats %d: erlaubt sind 0 bis %d.".formatted(number, Distribution.MAX_SEATS));
    }
    return number;
  }

  private static void requireFixed(Optional<Integer> seats, int fixed, String paragraph) {
    if (seats.filter(number -> number != fixed).isPresent()) {
      throw Refusal.wrongUse(
          "--seats %d: %s legt %d Sitze fest. Bitte weglassen."
              .formatted(seats.orElseThrow(), paragraph, fixed));
    }
  }

  /** Calculates twice, with every lot that was drawn. */
  SeatsReport answer(DrawnLots drawn) {
    List<Lot> known = new ArrayList<>(lots);
    while (true) {
      Verdict<SeatResult> verdict = calculation.apply(Lots.of(known));
      Optional<Lot> next =
          verdict instanceof Agreement<SeatResult>(Allocation.LotRequired<SeatResult> required)
              ? drawn.of(required.lot())
              : Optional.empty();
      if (next.isEmpty()) {
        return new SeatsReport(law, verdict, labels);
      }
      known.add(next.orElseThrow());
    }
  }
}
