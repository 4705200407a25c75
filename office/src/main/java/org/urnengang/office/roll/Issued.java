package org.urnengang.office.roll;

import java.util.Locale;

/** When a Wahlschein was issued (§ 30, § 53 Abs. 2 BWO), for the columns of Anlage 8. */
public enum Issued {
  BEFORE_CLOSING,
  /** § 53 Abs. 2 Satz 2. */
  AFTER_CLOSING,
  /** § 53 Abs. 2 Satz 3: on election day, to the ill. */
  ON_DAY;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
