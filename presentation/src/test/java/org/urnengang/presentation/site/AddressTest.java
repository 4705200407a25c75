package org.urnengang.presentation.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.presentation.site.Address.Format;

class AddressTest {
  private static final String DAY = "2017-09-24-probe";

  private static Address parse(String path) {
    return Address.parse(path).orElseThrow();
  }

  @Test
  void every_public_address_has_its_meaning() {
    assertThat(parse("/")).isEqualTo(new Address.Days(Format.HTML));
    assertThat(parse("/api/v1/days")).isEqualTo(new Address.Days(Format.JSON));
    assertThat(parse("/2017-09-24/")).isEqualTo(new Address.Day("2017-09-24", Format.HTML));
    assertThat(parse("/2017-09-24.json")).isEqualTo(new Address.Day("2017-09-24", Format.JSON));
    assertThat(parse("/" + DAY + "/events")).isEqualTo(new Address.Events(DAY));
    assertThat(parse("/" + DAY + "/corrections")).isEqualTo(new Address.Corrections(DAY));
    assertThat(parse("/" + DAY + "/log/push")).isEqualTo(new Address.Push(DAY));
    assertThat(parse("/" + DAY + "/log/tile/entries/x001/234.p/5"))
        .isEqualTo(new Address.LogFile(DAY, "tile/entries/x001/234.p/5"));
    assertThat(parse("/" + DAY + "/parties.0123abcd.css"))
        .isEqualTo(new Address.Colours(DAY, "0123abcd"));
    assertThat(parse("/" + DAY + "/rat/options.csv")).isEqualTo(new Address.Options(DAY, "rat"));
    assertThat(parse("/assets/public.1.css")).isEqualTo(new Address.AssetFile("public.1.css"));
  }

  @Test
  void a_result_may_be_read_in_three_formats() {
    assertThat(parse("/" + DAY + "/rat/"))
        .isEqualTo(new Address.Result(DAY, "rat", Optional.empty(), Format.HTML));
    assertThat(parse("/" + DAY + "/rat.csv"))
        .isEqualTo(new Address.Result(DAY, "rat", Optional.empty(), Format.CSV));
    assertThat(parse("/" + DAY + "/rat/wk-136.json"))
        .isEqualTo(new Address.Result(DAY, "rat", Optional.of("wk-136"), Format.JSON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "//",
        "/..",
        "/./",
        "/.hidden",
        "/a b",
        "/ä",
        "/%41",
        "/2017-9-24/",
        "/2017-09-24-test/",
        "/api/v1",
        "/health",
        "/assets",
        "/assets/a/b",
        "/2017-09-24/rat/wk/x",
        "/2017-09-24/rat.xml",
        "/2017-09-24.xml",
        "/rat.json",
        "/2017/rat.json",
        "/2017-09-24/log",
        "/2017-09-24/log/tile/0/1"
      })
  void anything_else_means_nothing(String path) {
    assertThat(Address.parse(path)).isEmpty();
  }
}
