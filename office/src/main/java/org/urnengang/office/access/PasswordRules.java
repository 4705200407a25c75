package org.urnengang.office.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password must be. The list of common ones is kept short by shape: digits and signs around
 * a word, letters written as digits, repetitions and rows of the keyboard add nothing to it.
 */
final class PasswordRules {
  static final int SHORTEST = 12;
  static final int LONGEST = 200;

  /** Below this, what is left without the usual decoration is guessed as quickly as the word. */
  private static final int OWN_LETTERS = 5;

  private static final List<String> ROWS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "qwertzuiopasdfghjklyxcvbnm",
          "qwertzuiopü+asdfghjklöä#yxcvbnm,.-",
          "qwertyuiopasdfghjklzxcvbnm",
          "1qay2wsx3edc4rfv5tgb6zhn7ujm",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
          "01234567890123456789",
          "98765432109876543210");
  private static final Set<String> COMMON = common();

  private PasswordRules() {}

  /** Why a password is refused, as a key of the texts. */
  enum Refusal {
    SHORT,
    LONG,
    COMMON,
    PERSONAL
  }

  private static Set<String> common() {
    try (InputStream in = PasswordRules.class.getResourceAsStream("common-words.txt")) {
      return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .flatMap(line -> List.of(line.strip().split(" +")).stream())
          .map(PasswordRules::folded)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Judges a password.
   *
   * @param own words of the person: name, log-in
   */
  static Optional<Refusal> judge(String password, List<String> own) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(Refusal.SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(Refusal.LONG);
    }
    Set<String> words =
        own.stream()
            .flatMap(text -> List.of(text.split("[^\\p{L}\\p{N}]+")).stream())
            .map(PasswordRules::folded)
            .filter(word -> word.length() >= 3)
            .collect(Collectors.toUnmodifiableSet());
    String plain = password.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    if (isRow(plain) || isRepeated(plain) || isLittle(plain, COMMON)) {
      return Optional.of(Refusal.COMMON);
    }
    return isLittle(plain, words) ? Optional.of(Refusal.PERSONAL) : Optional.empty();
  }

  /** Whether hardly a letter is left without these words, however the digits are read. */
  private static boolean isLittle(String plain, Set<String> words) {
    String core = plain.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    return rest(folded(core), words).length() < OWN_LETTERS
        || rest(folded(plain.replaceAll("[^\\p{L}]", "")), words).length() < OWN_LETTERS;
  }

  /** The letters alone, those written as digits read as letters, without accents. */
  private static String folded(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replace('0', 'o')
        .replace('1', 'i')
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('5', 's')
        .replace('7', 't')
        .replace('@', 'a')
        .replace('$', 's')
        .replace('!', 'i')
        .replaceAll("[^\\p{Alpha}\\p{IsCyrillic}\\p{IsGreek}]", "");
  }

  /** What is left without these words, the longest first. */
  private static String rest(String folded, Set<String> words) {
    String rest = folded;
    for (String word :
        words.stream().sorted((a, b) -> Integer.compare(b.length(), a.length())).toList()) {
      rest = word.isEmpty() ? rest : rest.replace(word, "");
    }
    return rest;
  }

  private static boolean isRow(String plain) {
    return ROWS.stream()
        .anyMatch(
            row ->
                row.contains(plain)
                    || new StringBuilder(row).reverse().indexOf(plain) >= 0
                    || (row + row).contains(plain));
  }

  /** Whether it repeats a part of at most a third of it. */
  private static boolean isRepeated(String plain) {
    for (int part = 1; part <= plain.length() / 3; part++) {
      String repeated = plain.substring(0, part).repeat(plain.length() / part + 1);
      if (repeated.startsWith(plain)) {
        return true;
      }
    }
    return false;
  }
}
