package org.urnengang.rules.plausibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedTest {
  private static double read(long fixed) {
    return (double) fixed / Fixed.ONE;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7, 35, 1_000, 65_537, 3_999_999})
  void logarithms_and_roots_are_right_to_five_places(long number) {
    assertThat(read(Fixed.ln(Fixed.of(number)))).isCloseTo(Math.log((double) number), within(2e-5));
    assertThat(read(Fixed.root(Fixed.of(number))))
        .isCloseTo(Math.sqrt((double) number), within(2e-6));
  }

  @Test
  void a_whole_root_is_never_too_large_and_never_one_too_small() {
    for (long square : new long[] {0, 1, 2, 3, 4, 8, 9, 15, 16, 99, 100, Long.MAX_VALUE}) {
      long root = Fixed.wholeRoot(square);
      assertThat(Math.multiplyHigh(root, root)).isZero();
      assertThat(root * root).isLessThanOrEqualTo(square);
      assertThat(
              Math.unsignedMultiplyHigh(root + 1, root + 1) > 0
                  || Long.compareUnsigned((root + 1) * (root + 1), square) > 0)
          .isTrue();
    }
  }

  @Test
  void a_count_beyond_any_district_does_not_overflow() {
    assertThat(Fixed.root(Fixed.of(999_999_999))).isPositive();
  }
}
