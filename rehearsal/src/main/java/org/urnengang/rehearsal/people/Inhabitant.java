package org.urnengang.rehearsal.people;

import java.time.LocalDate;

/** An invented person; nobody is meant. */
record Inhabitant(
    String title,
    String prefix,
    String family,
    String given,
    String sex,
    LocalDate born,
    String citizenships) {
  Inhabitant named(String other) {
    return new Inhabitant(title, prefix, other, given, sex, born, citizenships);
  }

  String fields() {
    return String.join(";", title, prefix, family, given, sex, born.toString(), citizenships);
  }
}
