package org.urnengang.office.roll;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;
import org.urnengang.office.access.Audit;
import org.urnengang.office.access.AuditEvent;
import org.urnengang.office.access.Caller;
import org.urnengang.office.access.Permission;
import org.urnengang.office.election.Days;
import org.urnengang.office.election.OpenDay;
import org.urnengang.office.election.OpenDistrict;
import org.urnengang.office.election.OpenElection;
import org.urnengang.office.platform.Texts;

/**
 * The rolls of a day as one caller keeps them: those of the municipalities all of whose districts
 * lie at authorities where the caller keeps rolls.
 */
final class RollDesk {
  private final OpenDay day;
  private final Caller caller;
  private final Set<String> registers;
  private final Audit audit;
  private final TransactionOperations transaction;
  private final Texts texts;

  private RollDesk(
      OpenDay day,
      Caller caller,
      Set<String> registers,
      Audit audit,
      TransactionOperations transaction,
      Texts texts) {
    this.day = day;
    this.caller = caller;
    this.registers = registers;
    this.audit = audit;
    this.transaction = transaction;
    this.texts = texts;
  }

  /** Finds the desk of whoever makes a request. */
  record Finder(Days days, Audit audit, TransactionOperations transaction, Texts texts) {
    /** The desk on that day; none if the caller keeps no roll there. */
    Optional<RollDesk> of(String key, HttpServletRequest request) {
      Caller caller = Caller.of(request);
      return days.day(key)
          .map(day -> new RollDesk(day, caller, registers(day, caller), audit, transaction, texts))
          .filter(desk -> !desk.registers.isEmpty());
    }
  }

  private static Set<String> registers(OpenDay day, Caller caller) {
    Set<String> shut =
        day.elections().values().stream()
            .flatMap(
                election ->
                    election.districts().values().stream()
                        .filter(district -> !keeps(day, election, district, caller)))
            .map(district -> DistrictFinder.ags(district.area().id()))
            .collect(Collectors.toSet());
    return Roll.registers(day.day()).stream()
        .filter(register -> !shut.contains(register))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean keeps(
      OpenDay day, OpenElection election, OpenDistrict district, Caller caller) {
    return caller.may(Permission.KEEP_ROLL, day.place(election.election().key(), district));
  }

  OpenDay day() {
    return day;
  }

  Caller caller() {
    return caller;
  }

  Set<String> registers() {
    return registers;
  }

  /** Does something and writes who did it, both or neither; the sentence names nobody else. */
  <T> T audited(String district, String sentence, Supplier<T> work) {
    return audited(district, sentence, work, _ -> true);
  }

  /** The same, but nothing is written when {@code done} says that nothing was done. */
  <T> T audited(String district, String sentence, Supplier<T> work, Predicate<T> done) {
    int tenant =
        day.elections().values().stream()
            .flatMap(election -> election.districts().values().stream())
            .filter(
                found ->
                    district.isEmpty()
                        ? registers.contains(DistrictFinder.ags(found.area().id()))
                        : found.area().id().equals(district))
            .mapToInt(OpenDistrict::tenant)
            .findFirst()
            .orElseGet(caller::home);
    AuditEvent event =
        new AuditEvent(
            tenant,
            caller.name(),
            AuditEvent.Kind.ROLL,
            day.key(),
            "",
            district,
            texts.of("roll.audit." + sentence, caller.name()));
    return transaction.execute(
        status -> {
          audit.append(List.of(event));
          T result = work.get();
          if (!done.test(result)) {
            status.setRollbackOnly();
          }
          return result;
        });
  }
}
