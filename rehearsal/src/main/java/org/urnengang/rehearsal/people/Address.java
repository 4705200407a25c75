package org.urnengang.rehearsal.people;

/** Where somebody lives. */
record Address(String ags, String street, int number, String suffix, String postcode, String town) {
  String fields() {
    return street + ';' + number + ';' + suffix + ';' + postcode + ';' + town;
  }
}
