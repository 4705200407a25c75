package org.urnengang.office.access;

import java.util.List;

/**
 * What a check of the audit trail found.
 *
 * @param events how many events it read
 * @param hash the last hash, in hexadecimal digits; it stands for all events
 */
public record AuditCheck(long events, String hash, List<Fault> faults) {
  public AuditCheck {
    faults = List.copyOf(faults);
  }

  /** What is wrong. */
  public sealed interface Fault {
    /** Events are missing. */
    record Gap(long from, long to) implements Fault {}

    /** An event, or its hash, is not what it was. */
    record Changed(long number) implements Fault {}

    /** The end is missing: the data folder knows more events. */
    record CutOff(long last, long known) implements Fault {}

    /** The chain is whole but not the one that the data folder knows. */
    record Rewritten(long known) implements Fault {}
  }
}
