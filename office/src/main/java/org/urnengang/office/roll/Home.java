package org.urnengang.office.roll;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where somebody lives and lived, as the register of one municipality knows it.
 *
 * @param register AGS of the municipality
 */
record Home(String register, List<Residence> residences) {
  private static final Comparator<Residence> LATEST =
      Comparator.comparing((Residence residence) -> residence.dwelling().main())
          .thenComparing(residence -> residence.dwelling().until().isEmpty())
          .thenComparing(residence -> residence.dwelling().from());

  Home {
    residences = List.copyOf(residences);
  }

  private boolean isHere(Residence residence) {
    return residence.dwelling().municipality().equals(register);
  }

  /** The address in the municipality: the latest, main dwellings first. */
  Optional<Residence> here() {
    return residences.stream().filter(this::isHere).max(LATEST);
  }

  /** The main dwelling in the municipality on a day. */
  Optional<Residence> mainOn(LocalDate day) {
    for (Residence residence : residences) {
      if (residence.dwelling().main() && isHere(residence) && residence.dwelling().isHeldOn(day)) {
        return Optional.of(residence);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "Home";
  }
}
