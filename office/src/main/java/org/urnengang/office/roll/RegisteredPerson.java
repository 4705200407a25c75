package org.urnengang.office.roll;

import java.time.LocalDate;
import java.util.Comparator;
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

  /** The address in the municipality of the register: the latest, main dwellings first. */
  Optional<Residence> residenceHere() {
    return residences.stream()
        .filter(residence -> residence.dwelling().municipality().equals(register))
        .max(
            Comparator.comparing((Residence residence) -> residence.dwelling().main())
                .thenComparing(residence -> residence.dwelling().until().isEmpty())
                .thenComparing(residence -> residence.dwelling().from()));
  }

  /** The main dwelling in the municipality of the register on a day. */
  Optional<Residence> residenceOn(LocalDate day) {
    return residences.stream()
        .filter(residence -> residence.dwelling().main())
        .filter(residence -> residence.dwelling().municipality().equals(register))
        .filter(residence -> residence.dwelling().isHeldOn(day))
        .findFirst();
  }

  @Override
  public String toString() {
    return "RegisteredPerson";
  }
}
