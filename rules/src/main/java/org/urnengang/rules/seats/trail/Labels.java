package org.urnengang.rules.seats.trail;

import java.util.Map;

/**
 * Names for keys: what people call a Land, a district or a party. A key without a name stands for
 * itself.
 *
 * @param lands names of the Länder by key
 * @param districts names of the districts by key
 */
public record Labels(Map<String, String> lands, Map<String, String> districts) {
  public static final Labels NONE = new Labels(Map.of(), Map.of());

  public Labels {
    lands = Map.copyOf(lands);
    districts = Map.copyOf(districts);
  }

  String land(String key) {
    return lands.getOrDefault(key, key);
  }

  /** A district with its key and, if it has one, its name. */
  String district(String key) {
    String name = districts.getOrDefault(key, "");
    return name.isEmpty() || name.equals(key) ? key : key + " " + name;
  }

  /** The subject of a stage: a Land, or a list as {@code Land/party}. */
  String subject(String subject) {
    int slash = subject.indexOf('/');
    return slash < 0
        ? land(subject)
        : subject.substring(slash + 1) + " in " + land(subject.substring(0, slash));
  }
}
