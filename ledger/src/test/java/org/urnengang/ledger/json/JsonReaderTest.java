package org.urnengang.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.ledger.json.JsonValue.JsonArray;
import org.urnengang.ledger.json.JsonValue.JsonDouble;
import org.urnengang.ledger.json.JsonValue.JsonInteger;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.json.JsonValue.JsonString;

class JsonReaderTest {
  private static final String SAMPLE =
      " { \"name\" : \"Bünde \\u00e4\\n😀\\ud83d\\ude00\" , \"n\":[0,-1, 12.5e+3,1E-2,true,false,null]"
          + ",\"o\":{\"leer\":{},\"liste\":[ ]},\"\":\"\" } ";

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonValue read(String json) {
    return JsonReader.read(utf8(json));
  }

  private static void assertRefused(byte[] json) {
    assertThatThrownBy(() -> JsonReader.read(json))
        .as(() -> new String(json, StandardCharsets.UTF_8))
        .isExactlyInstanceOf(JsonSyntaxException.class)
        .hasMessageStartingWith("Byte ");
  }

  @Test
  void a_value_is_read_with_all_its_parts() {
    assertThat(CanonicalJson.text(read(SAMPLE)))
        .isEqualTo(
            "{\"\":\"\",\"n\":[0,-1,12500,0.01,true,false,null],"
                + "\"name\":\"Bünde ä\\n😀😀\",\"o\":{\"leer\":{},\"liste\":[]}}");
  }

  @Test
  void a_sample_cut_off_anywhere_is_refused() {
    byte[] sample = utf8(SAMPLE.stripTrailing());
    for (int length = 0; length < sample.length; length++) {
      assertRefused(Arrays.copyOf(sample, length));
    }
  }

  @Test
  void a_changed_byte_is_read_or_refused_and_never_anything_else() {
    Random random = new Random(8785);
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = utf8(SAMPLE);
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      assertThatCode(() -> readOrRefuse(changed))
          .as(() -> HexFormat.of().formatHex(changed))
          .doesNotThrowAnyException();
    }
  }

  private static void readOrRefuse(byte[] json) {
    try {
      CanonicalJson.bytes(JsonReader.read(json));
    } catch (JsonSyntaxException e) {
      assertThat(e).hasMessageStartingWith("Byte ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "{\"a\" 1}",
        "[1]]",
        "1 1",
        "tru",
        "truth",
        "nul",
        "True",
        "undefined",
        "NaN",
        "Infinity",
        "-Infinity",
        "+1",
        "-",
        "01",
        "-01",
        "00",
        "1.",
        ".5",
        "1e",
        "1e+",
        "0x10",
        "1_000",
        "- 1",
        "1e400",
        "-1e400",
        "\"",
        "\"a",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\U0041\"",
        "\"a\nb\"",
        "\"\t\"",
        "\"\u0000\"",
        "// c\n1",
        "[1]/**/",
        "\uFEFF1",
        "\u00a01",
        "\u000b1",
        "\f1"
      })
  void what_is_not_json_is_refused(String json) {
    assertRefused(utf8(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":1,"a":2}                 | a
          {"a":1,"a":1}                 | a
          {"b":1,"a":2,"b":3}           | b
          {"x":[{"ä":1,"\\u00e4":2}]}   | ä
          {"":1,"":2}                   | „“
          {"z":1,"y":2,"x":3,"y":4}     | y
          """)
  void a_name_that_occurs_twice_is_refused(String json, String name) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(JsonSyntaxException.class)
        .hasMessageContaining(name)
        .hasMessageContaining("zweimal");
  }

  @Test
  void an_object_with_many_names_in_any_order_is_sorted() {
    assertThat(CanonicalJson.text(read("{\"c\":1,\"a\":2,\"d\":3,\"b\":4,\"e\":5,\"a0\":6}")))
        .isEqualTo("{\"a\":2,\"a0\":6,\"b\":4,\"c\":1,\"d\":3,\"e\":5}");
  }

  @ParameterizedTest
  @CsvSource({"[,]", "{\"a\":,}"})
  void sixty_four_levels_are_read_and_one_more_is_refused(String open, String close) {
    assertThatCode(() -> read(open.repeat(63) + "[]" + close.repeat(63)))
        .doesNotThrowAnyException();
    assertThatCode(() -> read(open.repeat(64) + "1" + close.repeat(64))).doesNotThrowAnyException();
    assertRefused(utf8(open.repeat(64) + "[]" + close.repeat(64)));
    assertRefused(utf8(open.repeat(65) + "1" + close.repeat(65)));
    assertRefused(utf8(open.repeat(100_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\ud83d",
        "\\ude00",
        "\\ud83dx",
        "\\ude00\\ud83d",
        "\\ud83d\\ud83d\\ude00",
        "x\\uDFFF"
      })
  void half_a_surrogate_pair_is_refused_in_texts_and_names(String escape) {
    assertRefused(utf8("\"" + escape + "\""));
    assertRefused(utf8("{\"" + escape + "\":1}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "bf",
        "c3",
        "c328",
        "c0af",
        "c1bf",
        "e282",
        "e28228",
        "e080af",
        "eda080",
        "edbfbf",
        "eda0bdedb880",
        "f09f98",
        "f0808080",
        "f4908080",
        "f8888080",
        "fe",
        "ff"
      })
  void bytes_that_are_not_utf_8_are_refused_in_texts_and_names(String hex) {
    for (String frame : List.of("22?22", "7b223f?223a317d", "2261?5c6e22", "225c6e?22")) {
      assertRefused(HexFormat.of().parseHex(frame.replace("?", hex)));
    }
  }

  @Test
  void numbers_are_integers_up_to_2_to_the_53_and_doubles_beyond() {
    assertThat(read("9007199254740992")).isEqualTo(new JsonInteger(9007199254740992L));
    assertThat(read("-9007199254740992")).isEqualTo(new JsonInteger(-9007199254740992L));
    assertThat(read("9007199254740993"))
        .isEqualTo(new JsonDouble(9007199254740992d, "9007199254740993"));
    assertThat(read("99999999999999999999"))
        .isEqualTo(new JsonDouble(1e20, "99999999999999999999"));
    assertThat(read("-0")).isEqualTo(new JsonInteger(0));
    assertThat(read("12.50")).isEqualTo(new JsonDouble(12.5, "12.50"));
    assertThat(read("1e-400")).isEqualTo(new JsonDouble(0, "1e-400"));
  }

  @Test
  void names_that_look_alike_stay_apart() {
    for (int i = 0; i < 20_000; i++) {
      String name = "n" + i;
      assertThat(((JsonObject) read("{\"" + name + "\":" + i + "}")).members())
          .containsOnlyKeys(name);
    }
    String longName = "x".repeat(100);
    assertThat(((JsonObject) read("{\"" + longName + "\":1}")).members()).containsKey(longName);
  }

  @Test
  void an_array_cannot_be_changed() {
    JsonArray array = (JsonArray) read("[\"a\"]");

    assertThatThrownBy(() -> array.items().add(new JsonString("b")))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
