package org.urnengang.rehearsal.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.urnengang.rehearsal.demo.Official.Constituency;
import org.urnengang.rehearsal.demo.Official.Municipality;

/** Invents the districts of a Wahlkreis so that their A and B add up to its official result. */
final class Stations {
  private static final int PER_BOROUGH = 6;
  private static final double LETTERS_PER_BOARD = 1200;
  private static final double LARGE_TOWN = 40_000;

  private final Constituency constituency;
  private final List<Municipality> municipalities;

  private Stations(Official official, Constituency constituency) {
    this.constituency = constituency;
    this.municipalities = official.municipalitiesOf(constituency);
  }

  static List<Station> of(Official official, Constituency constituency) {
    return new Stations(official, constituency).all();
  }

  private List<Station> all() {
    int[] eligible =
        withKnown(
            constituency.eligible(),
            municipalities.stream().map(Municipality::eligible).toList(),
            municipalities.stream().mapToDouble(Municipality::population).toArray());
    double[] turnout = new double[eligible.length];
    for (int i = 0; i < turnout.length; i++) {
      turnout[i] = eligible[i] * chance(i, "turnout").factor(0.025);
    }
    int[] voters =
        withKnown(
            constituency.voters(),
            municipalities.stream().map(Municipality::voters).toList(),
            turnout);
    List<Station> all = new ArrayList<>();
    for (int i = 0; i < eligible.length; i++) {
      all.addAll(stations(municipalities.get(i), eligible[i], voters[i]));
    }
    return all;
  }

  private Chance chance(int municipality, String topic) {
    return Chance.of(municipalities.get(municipality).ags() + ' ' + topic);
  }

  /** Shares of a total of which some are known. */
  private static int[] withKnown(int total, List<java.util.OptionalInt> known, double[] weights) {
    double[] open = weights.clone();
    int rest = total;
    for (int i = 0; i < open.length; i++) {
      if (known.get(i).isPresent()) {
        rest -= known.get(i).getAsInt();
        open[i] = 0;
      }
    }
    int[] shares = Fitting.shares(rest, open);
    for (int i = 0; i < open.length; i++) {
      shares[i] = known.get(i).orElse(shares[i]);
    }
    return shares;
  }

  private static List<Station> stations(Municipality town, int eligible, int voters) {
    Chance chance = Chance.of(town.ags() + " districts");
    int[] size = sizes(town, eligible, chance);
    int[] a2 = withMark(size, chance);
    int[] withCertificate = new int[size.length];
    Arrays.setAll(withCertificate, i -> chance.whole(0, 6));
    int applied = Arrays.stream(a2).sum();
    int atStations = Arrays.stream(withCertificate).sum();
    int byPost = (int) (applied * chance.between(0.945, 0.96)) - atStations;
    double[] drawn = new double[size.length];
    Arrays.setAll(drawn, i -> (size[i] - a2[i]) * chance.factor(0.05));
    int[] inPerson = Fitting.shares(voters - byPost - atStations, drawn);

    List<Station> stations = new ArrayList<>();
    for (int i = 0; i < size.length; i++) {
      stations.add(
          new Station(
              town,
              eligible,
              "%02d%02d".formatted(i / PER_BOROUGH + 1, i % PER_BOROUGH + 1),
              false,
              size[i] - a2[i],
              a2[i],
              inPerson[i] + withCertificate[i],
              withCertificate[i]));
    }
    double[] boards =
        new double
            [town.postal()
                .orElseGet(() -> (int) Math.max(1, Math.round(applied / LETTERS_PER_BOARD)))];
    Arrays.setAll(boards, i -> chance.factor(0.1));
    int[] letters = Fitting.shares(byPost, boards);
    for (int i = 0; i < letters.length; i++) {
      String number = "B%02d".formatted(i + 1);
      stations.add(new Station(town, eligible, number, true, 0, 0, letters[i], letters[i]));
    }
    return stations;
  }

  /** Small towns have smaller districts. */
  private static int[] sizes(Municipality town, int eligible, Chance chance) {
    double usual = 1050 + 260 * Math.min(1, eligible / LARGE_TOWN);
    double[] weights =
        new double[town.districts().orElseGet(() -> (int) Math.round(eligible / usual))];
    Arrays.setAll(weights, i -> chance.between(0.75, 1.35));
    return Fitting.shares(eligible, weights);
  }

  private static int[] withMark(int[] size, Chance chance) {
    double usual = chance.between(0.215, 0.245);
    int[] a2 = new int[size.length];
    Arrays.setAll(
        a2, i -> (int) (size[i] * Math.clamp(usual + 0.012 * chance.normal(), 0.202, 0.278)));
    return a2;
  }
}
