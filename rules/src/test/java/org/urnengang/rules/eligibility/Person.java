package org.urnengang.rules.eligibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A person of the tests, and the elections in which it would like to vote. */
final class Person {
  static final LocalDate SEPTEMBER_2017 = LocalDate.of(2017, 9, 24);
  static final String LEMGO = "05766044";
  static final String BERLIN = "11000000";

  private Person() {}

  /** The keys of the places that a text names. */
  private static String keys(String text) {
    return text.replace("Lemgo", LEMGO).replace("Detmold", "05766020").replace("Berlin", BERLIN);
  }

  /**
   * Somebody.
   *
   * @param dwellings as {@code Lemgo main 2001-05-01 to 2017-08-31 + Berlin side 2016-01-01}
   */
  static Circumstances of(String born, String citizenships, String dwellings) {
    List<Dwelling> all =
        dwellings.isEmpty()
            ? List.of()
            : Arrays.stream(keys(dwellings).split(" \\+ ", -1)).map(Person::dwelling).toList();
    return new Circumstances(
        BirthDate.of(born).orElseThrow(),
        Citizenships.of(citizenships),
        all,
        Optional.empty(),
        false);
  }

  /** An adult German. */
  static Circumstances living(String dwellings) {
    return of("1960-06-15", "DEU", dwellings);
  }

  private static Dwelling dwelling(String text) {
    String[] words = text.split(" ", -1);
    return new Dwelling(
        words[0],
        words[1].equals("main"),
        LocalDate.parse(words[2]),
        words.length > 3 ? Optional.of(LocalDate.parse(words[4])) : Optional.empty());
  }

  static Poll poll(String law, String day, String territory) {
    return new Poll(law(law), LocalDate.parse(day), keys(territory));
  }

  static Poll bundestag() {
    return poll("bundestag-2013", SEPTEMBER_2017.toString(), "");
  }

  static EligibilityLaw law(String key) {
    try (InputStream in =
        Objects.requireNonNull(
            Person.class.getResourceAsStream("/eligibility/law-data/" + key + ".csv"))) {
      return EligibilityLaw.parse(key, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Lemgo decides, in one word. */
  static String inLemgo(Poll poll, Circumstances person) {
    return word(Eligibility.decide(poll, person, LEMGO));
  }

  static String word(Decision decision) {
    return switch (decision) {
      case Decision.Entered _ -> "ENTERED";
      case Decision.OnApplication application -> "APPLY:" + application.ground();
      case Decision.Refused refused -> refused.reason().toString();
    };
  }
}
