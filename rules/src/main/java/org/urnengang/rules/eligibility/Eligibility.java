package org.urnengang.rules.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.urnengang.rules.eligibility.Decision.Entered;
import org.urnengang.rules.eligibility.Decision.Ground;
import org.urnengang.rules.eligibility.Decision.OnApplication;
import org.urnengang.rules.eligibility.Decision.Reason;
import org.urnengang.rules.eligibility.Decision.Refused;
import org.urnengang.rules.eligibility.EligibilityLaw.Abroad;
import org.urnengang.rules.eligibility.EligibilityLaw.Stays;
import org.urnengang.rules.eligibility.EligibilityLaw.Union;

/**
 * Prüfung des Wahlrechts (§§ 12, 13 BWahlG, § 1 LWahlG NRW, § 7 KWahlG NRW, § 6 EuWG): who is
 * entered in the roll of which municipality, and why or why not.
 */
public final class Eligibility {
  private final Poll poll;
  private final Circumstances person;
  private final String municipality;

  private Eligibility(Poll poll, Circumstances person, String municipality) {
    this.poll = poll;
    this.person = person;
    this.municipality = municipality;
  }

  /** Whether a municipality enters a person in its roll. */
  public static Decision decide(Poll poll, Circumstances person, String municipality) {
    Eligibility question = new Eligibility(poll, person, municipality);
    return question.personal().orElseGet(question::local);
  }

  /** What stands against it wherever the person lives. */
  private Optional<Decision> personal() {
    EligibilityLaw law = poll.law();
    if (person.birth().completed(law.age().value()).isAfter(poll.day())) {
      return refused(Reason.TOO_YOUNG, law.age().law());
    }
    boolean union =
        law.union().value() != Union.NEVER && person.citizenships().isOfUnion(poll.day());
    if (!person.citizenships().isGerman() && !union) {
      return refused(Reason.NOT_A_CITIZEN, law.union().law());
    }
    boolean excluded =
        person
            .exclusion()
            .filter(exclusion -> exclusion.appliesOn(poll.day()))
            .filter(exclusion -> law.exclusions().value().contains(exclusion.kind()))
            .isPresent();
    return excluded ? refused(Reason.EXCLUDED, law.exclusions().law()) : Optional.empty();
  }

  private static Optional<Decision> refused(Reason reason, String paragraph) {
    return Optional.of(new Refused(reason, paragraph));
  }

  private Decision local() {
    List<Stay> stays = Stay.of(person.dwellings(), this::counts);
    Optional<Stay> now = Stay.on(poll.day(), stays);
    if (now.isEmpty()) {
      return withoutDwelling(stays);
    }
    boolean longEnough = !now.get().from().isAfter(poll.law().latestStart(poll.day()));
    if (!longEnough && !returned(now.get(), stays)) {
      return new Refused(Reason.TOO_SHORT, poll.law().stayParagraph());
    }
    return place();
  }

  private boolean counts(Dwelling dwelling) {
    return dwelling.liesIn(poll.territory())
        && (dwelling.main() || poll.law().dwelling().value() == Stays.ANY);
  }

  /** Rückkehrer: for Germans who could have voted from abroad the least stay does not count. */
  private boolean returned(Stay now, List<Stay> stays) {
    return mayVoteAbroad()
        && stays.stream().filter(stay -> !stay.equals(now)).anyMatch(this::isRecentStay);
  }

  private boolean mayVoteAbroad() {
    return poll.law().abroad().value().possible() && person.citizenships().isGerman();
  }

  /** Whether a stay in the country was long enough, late enough in life and not too long ago. */
  private boolean isRecentStay(Stay stay) {
    Abroad abroad = poll.law().abroad().value();
    LocalDate ofAge = person.birth().completed(abroad.age());
    LocalDate from = stay.from().isAfter(ofAge) ? stay.from() : ofAge;
    LocalDate end = stay.until().isAfter(poll.day()) ? poll.day() : stay.until();
    return !from.plusMonths(abroad.months()).isAfter(end.plusDays(1))
        && !end.isBefore(poll.day().minusYears(abroad.years()));
  }

  private Decision withoutDwelling(List<Stay> stays) {
    EligibilityLaw law = poll.law();
    boolean side =
        person.dwellings().stream()
            .anyMatch(
                dwelling -> dwelling.liesIn(poll.territory()) && dwelling.isHeldOn(poll.day()));
    if (side) {
      return new Refused(Reason.SIDE_DWELLING, law.dwelling().law());
    }
    if (person.dwellings().isEmpty() && law.dwelling().value() == Stays.ANY) {
      return onApplication(Ground.NO_DWELLING, law.paragraphs().noDwelling());
    }
    if (!mayVoteAbroad()) {
      return new Refused(Reason.NO_DWELLING, law.paragraphs().territory());
    }
    if (!person.lastMain().equals(Optional.of(municipality))) {
      return new Refused(Reason.ELSEWHERE, law.paragraphs().abroadApplication());
    }
    return stays.stream().anyMatch(this::isRecentStay)
        ? onApplication(Ground.ABROAD, law.paragraphs().abroadApplication())
        : onApplication(Ground.ABROAD_FAMILIAR, law.abroad().law());
  }

  private Decision place() {
    EligibilityLaw law = poll.law();
    Optional<String> here = Optional.of(municipality);
    if (person.mainOn(poll.placeDay()).equals(here)) {
      return needsFirstApplication()
          ? onApplication(Ground.UNION_CITIZEN, law.union().law())
          : new Entered(
              person.citizenships().isGerman()
                  ? law.paragraphs().entered()
                  : law.paragraphs().unionRoll());
    }
    if (person.mainOn(poll.day()).equals(here)) {
      return onApplication(Ground.MOVED_HERE, law.paragraphs().movedHere());
    }
    return new Refused(Reason.ELSEWHERE, law.placeDay().law());
  }

  private boolean needsFirstApplication() {
    return poll.law().union().value() == Union.ON_APPLICATION
        && !person.citizenships().isGerman()
        && !person.unionRoll();
  }

  private Decision onApplication(Ground ground, String paragraph) {
    return new OnApplication(ground, poll.applicationDay(), paragraph);
  }
}
