package org.urnengang.office.capture;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.urnengang.office.capture.Address.Found.Place;
import org.urnengang.office.platform.Texts;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.record.BlockingChecks;
import org.urnengang.rules.record.Report;

/** Everything that can be said of a request without the database. */
@Component
final class Checking {
  private final Texts texts;

  Checking(Texts texts) {
    this.texts = texts;
  }

  /** What a request asks for. */
  enum Kind {
    REPORT,
    REPORT_AND_RELEASE,
    RELEASE,
    CORRECTION
  }

  /** A request's body, judged. */
  Action action(Kind kind, Place place, byte[] bytes) {
    try {
      RequestBody body = RequestBody.read(bytes, kind != Kind.RELEASE);
      return refusedAuthority(place, body.authority())
          .or(() -> refusedReason(kind, body))
          .map(problem -> (Action) new Action.Refuse(List.of(problem)))
          .orElseGet(() -> checked(kind, place, body));
    } catch (RequestBody.Unreadable e) {
      return new Action.Refuse(
          List.of(RefusalCode.BODY_UNREADABLE.problem(texts, String.valueOf(e.getMessage()))));
    }
  }

  private Optional<Problem> refusedAuthority(Place place, Optional<String> named) {
    CountingDistrict facts = place.district().facts();
    String authority = named.orElse("");
    if (place.day().day().authority(authority).isEmpty()) {
      return Optional.of(RefusalCode.AUTHORITY_UNKNOWN.problem(texts, authority));
    }
    if (!facts.authority().equals(authority)) {
      return Optional.of(
          RefusalCode.DISTRICT_OF_OTHER_AUTHORITY.problem(
              texts, place.district().area().id(), facts.authority(), authority));
    }
    return refusedMerged(place);
  }

  /** A merged district reports nothing (§ 68 Abs. 2 BWO). */
  Optional<Problem> refusedMerged(Place place) {
    return place
        .district()
        .facts()
        .mergedInto()
        .map(
            receiver ->
                RefusalCode.DISTRICT_MERGED.problem(texts, place.district().area().id(), receiver));
  }

  private Optional<Problem> refusedReason(Kind kind, RequestBody body) {
    boolean given = body.reason().filter(reason -> !reason.isBlank()).isPresent();
    if (kind == Kind.CORRECTION) {
      return given ? Optional.empty() : Optional.of(RefusalCode.REASON_MISSING.problem(texts));
    }
    return body.reason().isEmpty()
        ? Optional.empty()
        : Optional.of(RefusalCode.BODY_UNREADABLE.problem(texts, texts.of("refused.reason")));
  }

  private Action checked(Kind kind, Place place, RequestBody body) {
    if (kind == Kind.RELEASE) {
      return new Action.Release();
    }
    return switch (check(place, body.report())) {
      case BlockingChecks.Refused refused ->
          new Action.Refuse(refused.findings().stream().map(Problem::of).toList());
      case BlockingChecks.Sound sound when kind == Kind.CORRECTION ->
          new Action.Correct(sound.figures(), body.reason().orElseThrow());
      case BlockingChecks.Sound sound ->
          new Action.Submit(sound.figures(), kind == Kind.REPORT_AND_RELEASE, false);
    };
  }

  /** What to say when a correction on the page gives no reason that can be shown. */
  Problem reasonMissing() {
    return new Problem(
        RefusalCode.REASON_MISSING.name(),
        "error",
        List.of("reason"),
        texts.of("form.reason.missing"));
  }

  BlockingChecks.Outcome check(Place place, Report report) {
    return BlockingChecks.check(place.district().form(), report, place.district().certificate());
  }
}
