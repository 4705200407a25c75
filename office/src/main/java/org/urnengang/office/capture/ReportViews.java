package org.urnengang.office.capture;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.urnengang.office.access.Caller;
import org.urnengang.office.access.Permission;
import org.urnengang.office.capture.Address.Found.Place;
import org.urnengang.office.platform.Texts;
import org.urnengang.rules.record.Finding;

/** What the pages of a report show. */
@Component
final class ReportViews {
  private final Places places;
  private final Texts texts;

  ReportViews(Places places, Texts texts) {
    this.places = places;
    this.texts = texts;
  }

  ReportPage.PlaceLine place(Place place) {
    return new ReportPage.PlaceLine(
        place.day().key(),
        place.day().day().title(),
        place.day().day().rehearsal(),
        place.election().election().key(),
        place.election().election().name(),
        place.district().area().id(),
        place.district().area().name(),
        places.of(place.day(), place.district()),
        texts.of("kind." + place.district().facts().kind().key()));
  }

  ReportPage form(
      Caller caller,
      Place place,
      CaptureState state,
      ReportPage.Typed typed,
      List<Problem> problems,
      String notice,
      String key) {
    boolean merged = place.district().facts().mergedInto().isPresent();
    return new ReportPage(
        place(place),
        caller.may(Permission.CAPTURE, place.access()),
        caller.may(Permission.RELEASE, place.access()),
        merged ? "merged" : name(state),
        merged
            ? texts.of("state.merged.text", place.district().facts().mergedInto().orElseThrow())
            : sentence(state),
        new ReportForm(texts, place.election(), place.district().form(), typed.figures(), problems)
            .sections(),
        problems,
        notice,
        typed.reason(),
        key);
  }

  private static String name(CaptureState state) {
    return switch (state) {
      case CaptureState.Missing _ -> "missing";
      case CaptureState.Submitted _ -> "submitted";
      case CaptureState.Released _ -> "released";
    };
  }

  private String sentence(CaptureState state) {
    return switch (state) {
      case CaptureState.Missing _ -> texts.of("state.missing.text");
      case CaptureState.Submitted submitted ->
          texts.of("state.submitted.text", texts.time(submitted.at()));
      case CaptureState.Released released ->
          texts.of(
              "state.released.text", texts.time(released.at()), Long.toString(released.entry()));
    };
  }

  ReceiptPage receipt(
      Place place,
      CaptureState.Released released,
      Map<String, String> values,
      List<Finding> findings,
      String next) {
    return new ReceiptPage(
        place(place),
        texts.dateTime(released.at()),
        released.entry(),
        new ReportForm(texts, place.election(), place.district().form(), values, List.of())
            .sections(),
        findings.stream().map(Problem::of).toList(),
        next);
  }
}
