package org.urnengang.rules.seats;

import java.util.List;
import org.urnengang.rules.election.ElectionLaw;

/** Die Gesetze, die eine Umsetzung haben muss, by the names of the command line. */
public final class Laws {
  /** § 6 BWahlG as of 2013: elections 2013 and 2017. */
  public static final LawKey<BundestagElection, SeatResult> BUNDESTAG_2013 =
      new LawKey<>(ElectionLaw.BUNDESTAG_2013.key(), BundestagElection.class, SeatResult.class);

  /** § 6 BWahlG as of 2020: election 2021 and its repetition. */
  public static final LawKey<BundestagElection, SeatResult> BUNDESTAG_2020 =
      new LawKey<>(ElectionLaw.BUNDESTAG_2020.key(), BundestagElection.class, SeatResult.class);

  /** §§ 4 to 6 BWahlG as of 2023: election 2025. */
  public static final LawKey<BundestagElection, SeatResult> BUNDESTAG_2023 =
      new LawKey<>(ElectionLaw.BUNDESTAG_2023.key(), BundestagElection.class, SeatResult.class);

  /** § 2 EuWG. */
  public static final LawKey<EuropeanElection, SeatResult> EUROPA =
      new LawKey<>(ElectionLaw.EUROPA.key(), EuropeanElection.class, SeatResult.class);

  /** §§ 14, 33 LWahlG NRW. */
  public static final LawKey<LandtagElection, SeatResult> LANDTAG_NRW =
      new LawKey<>(ElectionLaw.LANDTAG_NRW.key(), LandtagElection.class, SeatResult.class);

  /** §§ 3, 33 KWahlG NRW. */
  public static final LawKey<CouncilElection, SeatResult> RAT_NRW =
      new LawKey<>(ElectionLaw.RAT_NRW.key(), CouncilElection.class, SeatResult.class);

  /** § 46c KWahlG NRW. */
  public static final LawKey<MayorElection, MayorElection.Result> BUERGERMEISTER_NRW =
      new LawKey<>("buergermeister-nrw", MayorElection.class, MayorElection.Result.class);

  /** § 26 GO NRW. */
  public static final LawKey<ReferendumDay, ReferendumDay.Result> BUERGERENTSCHEID_NRW =
      new LawKey<>("buergerentscheid-nrw", ReferendumDay.class, ReferendumDay.Result.class);

  /** § 36 NKWG. */
  public static final LawKey<ListAndPersonsElection, ListAndPersonsElection.Result>
      RAT_NIEDERSACHSEN =
          new LawKey<>(
              ElectionLaw.RAT_NIEDERSACHSEN.key(),
              ListAndPersonsElection.class,
              ListAndPersonsElection.Result.class);

  /** Who takes the seats of a list and who succeeds (§ 6 BWahlG, § 2 Abs. 5 EuWG, § 33 KWahlG). */
  public static final LawKey<ListSeats, ListSeats.Filled> LISTENBESETZUNG =
      new LawKey<>("listenbesetzung", ListSeats.class, ListSeats.Filled.class);

  private static final List<LawKey<?, ?>> WITH_FIGURES =
      List.of(
          BUNDESTAG_2013,
          BUNDESTAG_2020,
          BUNDESTAG_2023,
          LANDTAG_NRW,
          RAT_NRW,
          RAT_NIEDERSACHSEN,
          EUROPA,
          BUERGERMEISTER_NRW,
          BUERGERENTSCHEID_NRW);

  private Laws() {}

  /** Every law that has a data file of figures: the place where a further one is entered. */
  public static List<LawKey<?, ?>> withFigures() {
    return WITH_FIGURES;
  }
}
