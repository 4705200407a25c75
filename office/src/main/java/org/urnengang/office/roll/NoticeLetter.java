package org.urnengang.office.roll;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One Wahlbenachrichtigung: to whom, and what is said to this person only.
 *
 * @param district id of the district
 * @param number running number in the roll of the district
 * @param rights bit n: entitled in the n-th election of the day
 * @param sheet where it lies in the batch, from 1 on
 */
record NoticeLetter(
    RegisteredPerson person,
    String district,
    int number,
    int rights,
    String token,
    NoticeCode code,
    int batch,
    int sheet) {
  /** Given and family name with title, as one addresses somebody. */
  String name() {
    return Stream.of(person.title(), person.givenNames(), person.prefix(), person.familyName())
        .filter(part -> !part.isEmpty())
        .reduce((a, b) -> a + ' ' + b)
        .orElse("");
  }

  /** The lines of the address window (DIN 5008). */
  List<String> address() {
    String salutation =
        switch (person.sex()) {
          case "f" -> "Frau";
          case "m" -> "Herrn";
          default -> "";
        };
    Optional<Residence> home = person.home().here();
    boolean isAbroad = home.filter(here -> here.dwelling().until().isEmpty()).isEmpty();
    Stream<String> place =
        isAbroad && !person.abroad().isEmpty()
            ? Stream.of(person.abroad().split(", *", -1))
            : home.stream().flatMap(here -> Stream.of(street(here), town(here)));
    return Stream.concat(Stream.of(salutation, name()), place)
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static String street(Residence residence) {
    String house = residence.number() + residence.suffix();
    return (residence.street() + ' ' + house).strip();
  }

  private static String town(Residence residence) {
    return (residence.postcode() + ' ' + residence.town()).strip();
  }

  @Override
  public String toString() {
    return "NoticeLetter";
  }
}
