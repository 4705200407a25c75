package org.urnengang.rules.election;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Wahlraum (§ 46 BWO): where the voters of a counting district vote.
 *
 * @param district id of the counting district
 * @param name of the room or building
 * @param address street, house number, postcode and town
 * @param access whether it can be reached without barriers, empty if unknown
 * @param note what else is to know, often empty
 */
public record PollingRoom(
    String district, String name, String address, Optional<Access> access, String note) {

  /** Barrierefreiheit of a room. */
  public enum Access {
    YES,
    PARTLY,
    NO;

    /** The word in files: the name in lower case. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The access with this word. */
    public static Optional<Access> of(String key) {
      return Arrays.stream(values()).filter(access -> access.key().equals(key)).findFirst();
    }
  }
}
