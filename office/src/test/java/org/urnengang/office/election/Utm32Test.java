package org.urnengang.office.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points calculated the other way round with the series of Snyder. */
class Utm32Test {
  @ParameterizedTest
  @CsvSource({
    "393026.3109, 5691769.8143, 7.4633, 51.3671",
    "455111.1082, 6083887.9635, 8.3, 54.9",
    "643364.8481, 5251366.2890, 10.9, 47.4"
  })
  void metres_become_degrees(double east, double north, double longitude, double latitude) {
    Utm32.Degrees degrees = Utm32.degrees(east, north);
    assertThat(degrees.east()).isCloseTo(longitude, within(1e-7));
    assertThat(degrees.north()).isCloseTo(latitude, within(1e-7));
  }
}
