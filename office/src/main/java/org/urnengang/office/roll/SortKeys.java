package org.urnengang.office.roll;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Bytes whose order is that of names in German (DIN 5007-1). */
final class SortKeys {
  private static final int REMEMBERED = 1 << 17;

  private final Collator collator = Collator.getInstance(ULocale.GERMAN).freeze();
  private final Map<String, byte[]> known = new HashMap<>();

  /** By family name, given names, birth date. */
  byte[] ofName(RegisteredPerson person) {
    ByteArrayOutputStream key = new ByteArrayOutputStream(64);
    key.writeBytes(of(person.familyName()));
    key.writeBytes(of(person.givenNames()));
    key.writeBytes(BornText.of(person.born()).getBytes(StandardCharsets.US_ASCII));
    return key.toByteArray();
  }

  /** By street, number, suffix, name. */
  byte[] ofAddress(Residence residence, byte[] name) {
    ByteArrayOutputStream key = new ByteArrayOutputStream(64);
    key.writeBytes(StreetKey.of(residence.street()).getBytes(StandardCharsets.UTF_8));
    key.write(0);
    String digits = residence.number().replaceAll("[^0-9].*", "");
    key.writeBytes("%8s".formatted(digits).getBytes(StandardCharsets.US_ASCII));
    key.writeBytes(of(residence.suffix()));
    key.writeBytes(name);
    return key.toByteArray();
  }

  /** By postcode, street, number: the way on which letters are brought. */
  byte[] ofWay(Residence residence) {
    ByteArrayOutputStream key = new ByteArrayOutputStream(64);
    key.writeBytes(residence.postcode().getBytes(StandardCharsets.UTF_8));
    key.write(0);
    key.writeBytes(ofAddress(residence, new byte[0]));
    return key.toByteArray();
  }

  /** Ends with a zero, which is in no other place, so that a shorter name comes first. */
  private byte[] of(String text) {
    byte[] key = known.get(text);
    if (key == null) {
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      key = collator.getCollationKey(text).toByteArray();
      known.put(text, key);
    }
    return key;
  }
}
