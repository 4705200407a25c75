package org.urnengang.office.roll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.urnengang.formats.folder.DistrictInElection;
import org.urnengang.office.election.OpenDay;
import org.urnengang.office.platform.Texts;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.record.ClosingCertificate;

/** Puts the pages of rolls into words. */
final class RollViews {
  private final Texts texts;

  RollViews(Texts texts) {
    this.texts = texts;
  }

  /** What a page answers beside the state of the rolls. */
  record Said(
      String report,
      List<String> refused,
      String search,
      boolean inspection,
      List<RollFinder.Found> found) {
    static Said of(String report) {
      return new Said(report, List.of(), "", false, List.of());
    }

    static Said of(String search, boolean inspection, List<RollFinder.Found> found) {
      return new Said("", List.of(), search, inspection, found);
    }

    @Override
    public String toString() {
      return "Said";
    }
  }

  Said said(ImportReport report, boolean dryRun) {
    List<String> refused =
        report.refused().stream()
            .limit(RollFinder.MOST)
            .map(
                field ->
                    texts.of(
                        field.field().isEmpty() ? "roll.refused.line" : "roll.refused.field",
                        Integer.toString(field.line()),
                        field.field(),
                        texts.of("roll.reason." + field.reason().key())))
            .toList();
    String read =
        texts.of("roll.read", texts.number(report.persons()), texts.number(report.refusedCount()));
    if (!refused.isEmpty()) {
      return new Said(read + ' ' + texts.of("roll.nothing"), refused, "", false, List.of());
    }
    String changes =
        texts.of(
            dryRun ? "roll.would" : "roll.taken",
            texts.number(report.added()),
            texts.number(report.gone()),
            texts.number(report.moved()),
            texts.number(report.changed()));
    return Said.of(read + ' ' + changes);
  }

  RollPage page(
      RollDesk desk,
      RegisterInbox inbox,
      DayRoll.State state,
      Map<DistrictInElection, ClosingCertificate> certificates,
      Said said) {
    OpenDay day = desk.day();
    List<RollPage.ElectionLine> elections =
        day.day().elections().stream()
            .map(election -> line(day, election, state, certificates))
            .toList();
    return new RollPage(
        day.key(),
        day.day().title(),
        texts.date(day.day().date()),
        day.day().rehearsal(),
        desk.registers().stream().sorted().map(register -> name(day, register)).toList(),
        inbox.folder().toString(),
        inbox.files(),
        said.report(),
        said.refused(),
        elections,
        state.unplaced().entrySet().stream()
            .map(
                reason ->
                    new RollPage.ReasonLine(
                        texts.of("roll.reason." + reason.getKey()),
                        texts.number(reason.getValue())))
            .toList(),
        state.built(),
        said.search(),
        said.inspection(),
        said.found().stream().limit(RollFinder.MOST).map(found -> line(day, found)).toList(),
        said.found().size() > RollFinder.MOST);
  }

  static String name(OpenDay day, String area) {
    return day.day().areas().index(area).stream()
        .mapToObj(day.day().areas()::area)
        .map(Area::name)
        .findFirst()
        .orElse(area);
  }

  private RollPage.ElectionLine line(
      OpenDay day,
      Election election,
      DayRoll.State state,
      Map<DistrictInElection, ClosingCertificate> certificates) {
    List<RollPage.Certificate> own = new ArrayList<>();
    certificates.forEach(
        (district, a) -> {
          if (district.election().equals(election.key())) {
            own.add(
                new RollPage.Certificate(
                    name(day, district.district()),
                    a.withoutMark(),
                    a.withMark(),
                    a.total(),
                    a.afterClosing(),
                    a.onElectionDay()));
          }
        });
    return new RollPage.ElectionLine(
        election.key(),
        election.name(),
        texts.number(state.entitled().getOrDefault(election.key(), 0L)),
        state.closed().contains(election.key()),
        own);
  }

  private RollPage.Line line(OpenDay day, RollFinder.Found found) {
    return new RollPage.Line(
        Long.toString(found.id()),
        listed(found.person()),
        born(found.person()),
        address(found.person()),
        found.entry().map(entry -> entry(day, entry)).orElse(texts.of("roll.entry.none")));
  }

  /** Family name first, as in a list. */
  static String listed(RegisteredPerson person) {
    String given =
        List.of(person.title(), person.givenNames(), person.prefix()).stream()
            .filter(part -> !part.isEmpty())
            .reduce((a, b) -> a + ' ' + b)
            .orElse("");
    return given.isEmpty() ? person.familyName() : person.familyName() + ", " + given;
  }

  String born(RegisteredPerson person) {
    String[] parts = BornText.of(person.born()).split("-", -1);
    return parts[2] + '.' + parts[1] + '.' + parts[0];
  }

  static String address(RegisteredPerson person) {
    return person
        .home()
        .here()
        .map(
            here ->
                "%s %s%s, %s %s"
                    .formatted(
                        here.street(), here.number(), here.suffix(), here.postcode(), here.town()))
        .orElse(person.abroad());
  }

  String entry(OpenDay day, RollFinder.Entry entry) {
    return texts.of(
        entry.struck() ? "roll.entry.struck" : "roll.entry",
        name(day, entry.district()),
        Integer.toString(entry.number()));
  }
}
