package org.urnengang.ledger.fold;

import java.time.OffsetDateTime;
import java.util.Arrays;
import org.urnengang.rules.election.AreaGraph;

/** When the result of each area last changed: the version and the time. */
final class LastChanges {
  private final AreaGraph areas;
  private final long[] versions;
  private final OffsetDateTime[] times;

  LastChanges(AreaGraph areas, OffsetDateTime at, long version) {
    this.areas = areas;
    this.versions = new long[areas.size()];
    this.times = new OffsetDateTime[areas.size()];
    touchAll(at, version);
  }

  void touchAll(OffsetDateTime at, long version) {
    Arrays.fill(versions, version);
    Arrays.fill(times, at);
  }

  /** A change of a district shows in all areas above it. */
  void touch(int area, OffsetDateTime at, long version) {
    for (int above : areas.withAncestors(area)) {
      versions[above] = version;
      times[above] = at;
    }
  }

  long version(int area) {
    return versions[area];
  }

  OffsetDateTime at(int area) {
    return times[area];
  }
}
