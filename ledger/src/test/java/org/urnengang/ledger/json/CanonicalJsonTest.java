package org.urnengang.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.ledger.json.JsonValue.JsonArray;
import org.urnengang.ledger.json.JsonValue.JsonDouble;
import org.urnengang.ledger.json.JsonValue.JsonInteger;
import org.urnengang.ledger.json.JsonValue.JsonNull;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.json.JsonValue.JsonString;

class CanonicalJsonTest {
  private static JsonValue read(String json) {
    return JsonReader.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String canonical(String json) {
    return CanonicalJson.text(read(json));
  }

  /** Bits of a double and its only spelling, RFC 8785, appendix B. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void a_number_is_spelt_as_ecmascript_spells_it(String bits, String text) {
    double value = Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(bits));

    assertThat(CanonicalJson.text(new JsonDouble(value))).isEqualTo(text);
    assertThat(canonical(text)).as("read back").isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1E2, 100",
    "1.0, 1",
    "4.50, 4.5",
    "2e-3, 0.002",
    "-0, 0",
    "-0.0, 0",
    "-1, -1",
    "0e9, 0",
    "9007199254740993, 9007199254740992",
    "12345678901234567890, 12345678901234567000",
    "1e-7, 1e-7",
    "0.00001, 0.00001",
    "123456789012345680000, 123456789012345680000",
    "-9007199254740992, -9007199254740992",
    "2e-323, 2e-323",
    "1e-323, 1e-323",
    "15e-324, 1.5e-323"
  })
  void other_spellings_of_a_number_become_the_one(String json, String text) {
    assertThat(canonical(json)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void what_is_no_number_in_json_cannot_be_made(double value) {
    assertThatThrownBy(() -> new JsonDouble(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {(1L << 53) + 1, -(1L << 53) - 1, Long.MAX_VALUE, Long.MIN_VALUE})
  void an_integer_that_readers_would_round_cannot_be_made(long value) {
    assertThatThrownBy(() -> new JsonInteger(value)).isInstanceOf(IllegalArgumentException.class);
  }

  /** The sample of RFC 8785, 3.2.2 to 3.2.4. */
  @Test
  void the_sample_of_the_rfc_gives_the_bytes_of_the_rfc() {
    JsonValue sample =
        read(
            """
            {
              "numbers": [333333333.33333329, 1E30, 4.50,
                          2e-3, 0.000000000000000000000000001],
              "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
              "literals": [null, true, false]
            }
            """);

    assertThat(CanonicalJson.text(sample))
        .isEqualTo(
            "{\"literals\":[null,true,false],"
                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    assertThat(HexFormat.of().formatHex(CanonicalJson.bytes(sample)))
        .isEqualTo(
            "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a"
                + "5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32"
                + "375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d");
  }

  /** The sample of RFC 8785, 3.2.3: UTF-16 units decide, so an emoji stands before U+FB33. */
  @Test
  void names_are_sorted_by_their_utf_16_units() {
    JsonObject object =
        (JsonObject)
            read(
                """
                {"\\u20ac":"Euro Sign","\\r":"Carriage Return",
                 "\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
                 "\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control",
                 "\\u00f6":"Latin Small Letter O With Diaeresis"}
                """);

    assertThat(object.members().values())
        .extracting(value -> ((JsonString) value).value())
        .containsExactly(
            "Carriage Return",
            "One",
            "Control",
            "Latin Small Letter O With Diaeresis",
            "Euro Sign",
            "Emoji: Grinning Face",
            "Hebrew Letter Dalet With Dagesh");
  }

  @Test
  void only_what_must_be_escaped_is() {
    StringBuilder all = new StringBuilder();
    IntStream.range(0, 0x22).forEach(c -> all.append((char) c));
    String rest = "\"\\/\u007f\u0080\u2028\u2029ß€😀";

    assertThat(CanonicalJson.text(new JsonString(all + rest)))
        .isEqualTo(
            "\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e"
                + "\\u000f\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019"
                + "\\u001a\\u001b\\u001c\\u001d\\u001e\\u001f !\\\"\\\\/\u007f\u0080\u2028\u2029ß€😀\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
  void half_a_surrogate_pair_is_not_written(String text) {
    assertThatThrownBy(() -> CanonicalJson.bytes(new JsonString(text)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void members_put_later_do_not_change_an_object_that_was_built() {
    JsonValue.Builder builder = JsonValue.object().put("b", 1).put("a", "x");
    JsonObject object = builder.build();
    builder.put("c", 2);

    assertThat(CanonicalJson.text(object)).isEqualTo("{\"a\":\"x\",\"b\":1}");
    assertThatThrownBy(() -> object.members().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static JsonValue random(Random random, int depth) {
    return switch (random.nextInt(depth > 3 ? 5 : 7)) {
      case 0 -> JsonNull.NULL;
      case 1 -> JsonValue.of(random.nextBoolean());
      case 2 -> new JsonInteger(random.nextLong() >> (11 + random.nextInt(52)));
      case 3 -> new JsonDouble(randomFraction(random));
      case 4 -> new JsonString(randomText(random));
      case 5 ->
          new JsonArray(
              IntStream.range(0, random.nextInt(5))
                  .mapToObj(i -> random(random, depth + 1))
                  .toList());
      default -> {
        JsonValue.Builder object = JsonValue.object();
        IntStream.range(0, random.nextInt(5))
            .forEach(i -> object.put(randomText(random), random(random, depth + 1)));
        yield object.build();
      }
    };
  }

  /** A double that no integer spells, so that it is read back as one. */
  private static double randomFraction(Random random) {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) && Math.abs(value) < 1e15 && value != Math.rint(value)
        ? value
        : random.nextDouble() + 0.1;
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      int codePoint = random.nextInt(random.nextBoolean() ? 0x80 : 0x11000);
      text.appendCodePoint(codePoint >= 0xD800 && codePoint < 0xE000 ? 'x' : codePoint);
    }
    return text.toString();
  }

  private static Optional<Integer> firstLost(Function<JsonValue, byte[]> writing) {
    return IntStream.range(0, 3_000)
        .boxed()
        .filter(seed -> !survives(random(new Random(seed), 0), writing))
        .findFirst();
  }

  private static boolean survives(JsonValue value, Function<JsonValue, byte[]> writing) {
    try {
      return JsonReader.read(writing.apply(value)).equals(value);
    } catch (JsonSyntaxException e) {
      return false;
    }
  }

  @Test
  void any_value_is_read_back_as_it_was_written() {
    assertThat(firstLost(CanonicalJson::bytes)).isEmpty();
  }

  @Test
  void the_property_finds_writers_that_escape_too_little_or_too_much() {
    List<Function<String, String>> wrong =
        List.of(
            json -> json.replace("\\\\", "\\"),
            json -> json.replace("\\n", "n"),
            json -> json.replace("\\u00", "\\u01"));
    for (Function<String, String> writer : wrong) {
      assertThat(
              firstLost(
                  value ->
                      writer.apply(CanonicalJson.text(value)).getBytes(StandardCharsets.UTF_8)))
          .isPresent();
    }
  }
}
