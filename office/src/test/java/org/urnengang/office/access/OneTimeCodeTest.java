package org.urnengang.office.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** The last six digits of RFC 6238, appendix B, SHA-1. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codes_are_those_of_the_standard(long second, String code) {
    assertThat(OneTimeCode.at(SECRET, second / OneTimeCode.SECONDS)).isEqualTo(code);
  }

  @Test
  void a_code_is_good_half_a_minute_around_its_time_and_once() {
    long second = 1_234_567_890;
    String code = OneTimeCode.at(SECRET, second / 30);
    assertThat(OneTimeCode.step(SECRET, code, second, 0)).hasValue(second / 30);
    assertThat(OneTimeCode.step(SECRET, code, second + 30, 0)).hasValue(second / 30);
    assertThat(OneTimeCode.step(SECRET, code, second - 30, 0)).hasValue(second / 30);
    assertThat(OneTimeCode.step(SECRET, code, second + 60, 0)).isEmpty();
    assertThat(OneTimeCode.step(SECRET, code, second - 60, 0)).isEmpty();
    assertThat(OneTimeCode.step(SECRET, code, second, second / 30)).isEmpty();
    assertThat(OneTimeCode.step(SECRET, "", second, 0)).isEmpty();
  }

  @Test
  void a_secret_is_typed_in_base_32() {
    assertThat(OneTimeCode.base32("foobar".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("MZXW6YTBOI");
  }
}
