package org.urnengang.office.roll;

import java.util.List;
import java.util.Optional;
import org.urnengang.rules.eligibility.BirthDate;
import org.urnengang.rules.eligibility.Circumstances;
import org.urnengang.rules.eligibility.Citizenships;
import org.urnengang.rules.eligibility.Exclusion;

/**
 * Mensch im Melderegister (§ 3 BMG).
 *
 * @param register AGS of the municipality that keeps the register
 * @param number its number there
 * @param block {@code 51}, {@code 52} or empty: Auskunftssperre, bedingter Sperrvermerk (BMG)
 * @param abroad postal address of somebody who lives abroad, empty if unknown
 */
record RegisteredPerson(
    String register,
    String number,
    String title,
    String prefix,
    String familyName,
    String givenNames,
    String sex,
    BirthDate born,
    Citizenships citizenships,
    Optional<Exclusion> exclusion,
    String block,
    boolean unionRoll,
    String abroad,
    List<Residence> residences) {

  /** Stays the same from import to import; among a million, two share one in 3 of 10⁸ registers. */
  long id() {
    return Hash64.of(register + ';' + number);
  }

  /** What the law asks about them. */
  Circumstances circumstances() {
    return new Circumstances(
        born,
        citizenships,
        residences.stream().map(Residence::dwelling).toList(),
        exclusion,
        unionRoll);
  }

  RegisteredPerson living(List<Residence> all) {
    return new RegisteredPerson(
        register,
        number,
        title,
        prefix,
        familyName,
        givenNames,
        sex,
        born,
        citizenships,
        exclusion,
        block,
        unionRoll,
        abroad,
        List.copyOf(all));
  }

  Home home() {
    return new Home(register, residences);
  }

  @Override
  public String toString() {
    return "RegisteredPerson";
  }
}
