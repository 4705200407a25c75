package org.urnengang.formats.imports;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.zip.CRC32;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;

/**
 * Made-up times of reports, for sources that have none: a district reports at a moment that depends
 * on its id and election only, so that the same rows always give the same night, in mixed order.
 */
final class NightTimes {
  private static final int FIRST_SECONDS = 20 * 60;
  private static final int SPREAD_SECONDS = 3 * 60 * 60;
  private static final int POSTAL_LATER_SECONDS = 60 * 60;
  private static final int NEXT_ELECTION_SECONDS = 15 * 60;

  private final ElectionDay day;

  NightTimes(ElectionDay day) {
    this.day = day;
  }

  OffsetDateTime at(int election, String district, DistrictKind kind) {
    Election counted = day.elections().get(election);
    CRC32 crc = new CRC32();
    crc.update(district.getBytes(StandardCharsets.UTF_8));
    long seconds =
        FIRST_SECONDS
            + crc.getValue() % SPREAD_SECONDS
            + (kind == DistrictKind.POSTAL ? POSTAL_LATER_SECONDS : 0)
            + (long) election * NEXT_ELECTION_SECONDS;
    return counted.pollsClose().at().plusSeconds(seconds);
  }
}
