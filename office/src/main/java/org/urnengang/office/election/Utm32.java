package org.urnengang.office.election;

/**
 * ETRS89 / UTM zone 32N (EPSG:25832), the coordinates of German land surveys, to degrees: the
 * series of Krüger to the third order, exact to less than a millimetre within the zone.
 */
final class Utm32 {
  private static final double N = 1 / (2 * 298.257222101 - 1);
  private static final double RADIUS = 6_378_137.0 / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64);
  private static final double SCALE = .9996;
  private static final double FALSE_EAST = 500_000;
  private static final double CENTRAL = 9;

  private static final double[] BETA = {
    N / 2 - 2 * N * N / 3 + 37 * N * N * N / 96, N * N / 48 + N * N * N / 15, 17 * N * N * N / 480
  };
  private static final double[] DELTA = {
    2 * N - 2 * N * N / 3 - 2 * N * N * N, 7 * N * N / 3 - 8 * N * N * N / 5, 56 * N * N * N / 15
  };

  private Utm32() {}

  /** Longitude and latitude in degrees. */
  record Degrees(double east, double north) {}

  /** Whether these metres can lie in Germany. */
  static boolean isInside(double east, double north) {
    return east > 200_000 && east < 950_000 && north > 5_100_000 && north < 6_200_000;
  }

  static Degrees degrees(double east, double north) {
    double xi = north / (SCALE * RADIUS);
    double eta = (east - FALSE_EAST) / (SCALE * RADIUS);
    double xiFree = xi;
    double etaFree = eta;
    for (int j = 1; j <= BETA.length; j++) {
      xiFree -= BETA[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
      etaFree -= BETA[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
    }
    double chi = Math.asin(Math.sin(xiFree) / Math.cosh(etaFree));
    double latitude = chi;
    for (int j = 1; j <= DELTA.length; j++) {
      latitude += DELTA[j - 1] * Math.sin(2 * j * chi);
    }
    double longitude = Math.atan(Math.sinh(etaFree) / Math.cos(xiFree));
    return new Degrees(CENTRAL + Math.toDegrees(longitude), Math.toDegrees(latitude));
  }
}
