package org.urnengang.presentation.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1, 0, 0.0000",
    "1, 1, 1000, 1.0000",
    "1, 3, 333, 0.3333",
    "2, 3, 667, 0.6667",
    "1, 2000, 1, 0.0005",
    "1, 20000, 0, 0.0001",
    "59571, 166592, 358, 0.3576",
    "5, 10000, 1, 0.0005",
    "4, 10000, 0, 0.0004"
  })
  void a_share_is_rounded_half_up(long part, long whole, long tenths, String decimal) {
    Share share = new Share(part, whole);
    assertThat(share.tenths()).isEqualTo(tenths);
    assertThat(share.decimal()).isEqualTo(decimal);
  }

  @Test
  void any_share_is_rounded_as_decimal_arithmetic_rounds_it() {
    Random random = new Random(17);
    for (int i = 0; i < 20_000; i++) {
      long whole = 1 + random.nextLong(1 + random.nextLong(70_000_000));
      long part = random.nextLong(whole + 1);
      BigDecimal exact =
          new BigDecimal(part).divide(new BigDecimal(whole), 4, RoundingMode.HALF_UP);
      assertThat(new Share(part, whole).decimal()).isEqualTo(exact.toPlainString());
    }
  }

  @Test
  void nothing_of_nothing_is_no_share() {
    assertThat(Share.of(0, 0)).isEmpty();
    assertThat(Share.of(0, 5)).contains(new Share(0, 5));
  }

  @Test
  void a_width_has_two_decimals() {
    assertThat(Share.width(451, 550)).isEqualTo("82.00%");
    assertThat(Share.width(1, 3)).isEqualTo("33.33%");
    assertThat(Share.width(0, 7)).isEqualTo("0.00%");
  }
}
