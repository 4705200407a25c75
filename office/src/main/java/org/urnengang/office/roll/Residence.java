package org.urnengang.office.roll;

import java.util.Optional;
import org.urnengang.rules.election.StreetPart.HouseNumber;
import org.urnengang.rules.eligibility.Dwelling;

/** Wohnung mit Anschrift (§ 3 Abs. 1 Nr. 12 BMG). */
record Residence(
    Dwelling dwelling, String street, String number, String suffix, String postcode, String town) {

  /** The house: 12 with a, 12a, the first of 12-14; a suffix that is no letter does not matter. */
  Optional<HouseNumber> house() {
    boolean letter = suffix.length() == 1 && Character.isLetter(suffix.charAt(0));
    Optional<HouseNumber> exact = HouseNumber.of(letter ? number + suffix : number);
    return exact.isPresent() ? exact : HouseNumber.of(number.replaceAll("[^0-9].*", ""));
  }

  @Override
  public String toString() {
    return "Residence";
  }
}
