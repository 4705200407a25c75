package org.urnengang.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
  /** Key, seed and note of the documentation of Go's sumdb/note. */
  private static final VerificationKey NEUMANN =
      VerificationKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

  private static final String NEUMANN_SEED =
      "810a1402d5146c8d84f2443330f54080ebf98ee17d9c74f6252fc5d5c7283173";
  private static final String TEXT =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.
      """;
  private static final String LINE =
      "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqd"
          + "ngotpRZb6KE6RyyBwJnAM=\n";

  private static final String ORIGIN = "owl/2017-09-24-probe";
  private static final SigningKey KEY = SigningKey.generate(ORIGIN);
  private static final byte[] ROOT = Hash.leaf(new byte[] {7});

  private static Checkpoint checkpoint() {
    return new Checkpoint(ORIGIN, 412, ROOT);
  }

  @Test
  void the_note_of_the_documentation_opens_with_its_key() {
    assertThat(SignedNote.open(TEXT + "\n" + LINE, NEUMANN)).isEqualTo(TEXT);
  }

  @Test
  void the_key_of_the_documentation_signs_its_note() {
    byte[] pkcs8 = HexFormat.of().parseHex("302e020100300506032b657004220420" + NEUMANN_SEED);
    String secret = "PRIVATE+KEY+" + Base64.getEncoder().encodeToString(pkcs8) + " " + NEUMANN;

    assertThat(SigningKey.parse(secret).sign(TEXT)).isEqualTo(TEXT + "\n" + LINE);
  }

  @Test
  void signatures_of_witnesses_before_and_behind_are_passed_over() {
    String witness = "— witness.example/w1 " + "A".repeat(100) + "\n";

    assertThat(SignedNote.open(TEXT + "\n" + witness + LINE + witness, NEUMANN)).isEqualTo(TEXT);
    assertThatThrownBy(() -> SignedNote.open(TEXT + "\n" + witness, NEUMANN))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("nicht mit PeterNeumann");
  }

  @Test
  void a_note_without_a_proper_end_or_with_strange_lines_is_refused() {
    String longEnough = "AAAAAAAA";
    for (String note :
        List.of(
            "",
            TEXT,
            TEXT + "\n",
            TEXT + LINE,
            TEXT + "\n" + LINE.strip(),
            TEXT + "\n" + LINE + "\n",
            TEXT + "\n" + LINE + "noch etwas\n",
            TEXT + "\n" + LINE + "— x\n",
            TEXT + "\n" + LINE + "—  " + longEnough + "\n",
            TEXT + "\n" + LINE + "- x " + longEnough + "\n",
            TEXT + "\n" + LINE + "— x " + longEnough + " y\n",
            TEXT + "\n" + LINE + "— x AAAA\n",
            TEXT + "\n" + LINE + "— x ====\n",
            TEXT + "\n" + LINE.replace("\n", "\r\n"),
            TEXT + "\n" + LINE.replace("AM=", "AN="),
            TEXT + "\n" + LINE.replace("AM=", "AM"),
            TEXT.replace(" ", "\t") + "\n" + LINE,
            "\n" + TEXT + "\n" + LINE)) {
      assertThatThrownBy(() -> SignedNote.open(note, NEUMANN))
          .as(note)
          .isInstanceOf(LogException.class);
    }
  }

  static final List<String> BAD_KEYS =
      List.of(
          "",
          "PeterNeumann",
          "PeterNeumann+c74f20a3",
          "PeterNeumann+c74f20a3+",
          "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
          "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
          "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
          "PeterNeumanm+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
          "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
          "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T",
          "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWAA==",
          "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T*",
          "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
          "Peter\u2003Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

  @ParameterizedTest
  @FieldSource("BAD_KEYS")
  void a_key_that_does_not_fit_its_own_id_or_form_is_refused(String vkey) {
    assertThatThrownBy(() -> VerificationKey.parse(vkey)).isInstanceOf(LogException.class);
  }

  /**
   * The key ID covers the algorithm byte, so both are changed here to reach the check of the byte.
   */
  @ParameterizedTest
  @ValueSource(bytes = {0, 2, 4, 5, 6, (byte) 0xff})
  void another_algorithm_than_ed25519_is_refused(byte algorithm) {
    byte[] key = Base64.getDecoder().decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    key[0] = algorithm;
    var digest = Hash.sha256();
    digest.update("PeterNeumann\n".getBytes(StandardCharsets.UTF_8));
    String id = HexFormat.of().formatHex(digest.digest(key), 0, 4);
    String vkey = "PeterNeumann+" + id + "+" + Base64.getEncoder().encodeToString(key);

    assertThatThrownBy(() -> VerificationKey.parse(vkey))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("Ed25519");
  }

  @Test
  void keys_survive_being_written() {
    VerificationKey key = KEY.verificationKey();

    assertThat(VerificationKey.parse(" " + key + "\n")).isEqualTo(key).hasSameHashCodeAs(key);
    assertThat(key).isNotEqualTo(SigningKey.generate(ORIGIN).verificationKey());
    assertThat(key.name()).isEqualTo(ORIGIN);
    assertThat(SigningKey.parse(KEY.secret() + "\n").secret()).isEqualTo(KEY.secret());
    assertThat(SigningKey.parse(KEY.secret()).verificationKey()).isEqualTo(key);
  }

  @Test
  void a_secret_that_is_damaged_or_of_another_key_is_refused() {
    String secret = KEY.secret();
    String other = SigningKey.generate(ORIGIN).verificationKey().toString();
    for (String wrong :
        List.of(
            "",
            "x",
            secret.substring(1),
            secret.replace("PRIVATE+KEY+", "PRIVATE+KEY+AAAA"),
            secret.replace("PRIVATE+KEY+", "PRIVATE+KEY+*"),
            secret.substring(0, secret.indexOf(' ')),
            secret.substring(0, secret.indexOf(' ') + 1) + other)) {
      assertThatThrownBy(() -> SigningKey.parse(wrong)).isInstanceOf(LogException.class);
    }
  }

  @Test
  void a_checkpoint_is_read_as_it_was_signed() {
    String note = checkpoint().sign(KEY);

    assertThat(note)
        .startsWith(
            ORIGIN + "\n412\n" + Base64.getEncoder().encodeToString(ROOT) + "\n\n— " + ORIGIN);
    assertThat(Checkpoint.open(note, KEY.verificationKey()))
        .isEqualTo(checkpoint())
        .hasSameHashCodeAs(checkpoint());
  }

  @Test
  void nobody_outside_can_change_a_checkpoint() {
    Checkpoint checkpoint = checkpoint();
    checkpoint.root()[0] ^= 1;

    assertThat(checkpoint).isEqualTo(checkpoint());
    assertThat(checkpoint.origin()).isEqualTo(ORIGIN);
    assertThat(checkpoint.size()).isEqualTo(412);
    assertThat(checkpoint).isNotEqualTo(new Checkpoint(ORIGIN, 413, ROOT));
  }

  @Test
  void further_lines_of_a_checkpoint_are_passed_over() {
    String text = ORIGIN + "\n0\n" + StrictBase64.encode(Hash.empty()) + "\nErweiterung 1\nx\n";

    assertThat(Checkpoint.open(KEY.sign(text), KEY.verificationKey()))
        .isEqualTo(new Checkpoint(ORIGIN, 0, Hash.empty()));
  }

  @Test
  void a_signed_text_that_is_no_checkpoint_of_this_log_is_refused() {
    String root = StrictBase64.encode(ROOT);
    for (String text :
        List.of(
            "\n",
            ORIGIN + "\n",
            ORIGIN + "\n1\n",
            "owl/2017-09-24\n1\n" + root + "\n",
            ORIGIN + "\n01\n" + root + "\n",
            ORIGIN + "\n-1\n" + root + "\n",
            ORIGIN + "\n+1\n" + root + "\n",
            ORIGIN + "\n１\n" + root + "\n",
            ORIGIN + "\n9223372036854775808\n" + root + "\n",
            ORIGIN + "\n1\n" + root.substring(4) + "\n",
            ORIGIN + "\n1\n" + root.replace("=", "") + "\n",
            ORIGIN + "\n1\n*" + root.substring(1) + "\n",
            ORIGIN + "\n1\n\n" + root + "\n")) {
      assertThatThrownBy(() -> Checkpoint.open(KEY.sign(text), KEY.verificationKey()))
          .as(text)
          .isInstanceOf(LogException.class);
    }
  }

  @Test
  void another_key_another_name_and_another_id_are_refused() {
    VerificationKey other = SigningKey.generate(ORIGIN).verificationKey();
    SigningKey foreign = SigningKey.generate("owl/2017-09-24");
    String note = checkpoint().sign(KEY);

    assertThatThrownBy(() -> Checkpoint.open(note, other)).isInstanceOf(LogException.class);
    assertThatThrownBy(() -> Checkpoint.open(note, foreign.verificationKey()))
        .isInstanceOf(LogException.class);
    assertThatThrownBy(
            () ->
                Checkpoint.open(
                    checkpoint().sign(foreign).replace("— owl/2017-09-24 ", "— " + ORIGIN + " "),
                    KEY.verificationKey()))
        .isInstanceOf(LogException.class);
  }

  private static long accepted(BiFunction<String, VerificationKey, Object> opening) {
    byte[] note = checkpoint().sign(KEY).getBytes(StandardCharsets.UTF_8);
    Random random = new Random(25519);
    return IntStream.range(0, 1_000)
        .filter(
            i -> {
              byte[] changed = note.clone();
              changed[random.nextInt(note.length)] ^= (byte) (1 << random.nextInt(8));
              return opens(new String(changed, StandardCharsets.UTF_8), opening);
            })
        .count();
  }

  private static boolean opens(String note, BiFunction<String, VerificationKey, Object> opening) {
    try {
      var _ = opening.apply(note, KEY.verificationKey());
      return true;
    } catch (LogException e) {
      return false;
    }
  }

  @Test
  void a_checkpoint_with_any_flipped_bit_is_refused() {
    assertThat(accepted(Checkpoint::open)).isZero();
    byte[] note = checkpoint().sign(KEY).getBytes(StandardCharsets.UTF_8);
    for (int bit = 0; bit < note.length * 8; bit++) {
      byte[] changed = note.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(opens(new String(changed, StandardCharsets.UTF_8), Checkpoint::open)).isFalse();
    }
  }

  @Test
  void the_property_finds_an_opening_that_forgives() {
    assertThat(accepted(SignedNoteTest::openForgiving)).isPositive();
  }

  /** Takes spare bits of Base64 and the end of the file as they come. */
  private static Object openForgiving(String note, VerificationKey key) {
    String line = note.strip().substring(note.strip().lastIndexOf(' ') + 1);
    try {
      String tidy = StrictBase64.encode(Base64.getDecoder().decode(line));
      return Checkpoint.open(note.strip().replace(line, tidy) + "\n", key);
    } catch (IllegalArgumentException e) {
      throw new LogException("kein Base64", e);
    }
  }
}
