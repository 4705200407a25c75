package org.urnengang.formats.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.InvalidElection;
import org.urnengang.rules.record.Form;
import org.urnengang.rules.record.Letters;

/**
 * The forms of districts that are in no area graph yet: equal parents and kind have equal forms.
 */
final class Forms {
  private static final String DISTRICT = "district";

  private final Plan plan;
  private final List<Letters> letters;
  private final Map<Like, Form> forms = new HashMap<>();

  private record Like(int election, DistrictKind kind, List<String> parents) {}

  Forms(Plan plan) {
    this.plan = plan;
    this.letters = plan.letters();
  }

  Letters letters(int election) {
    return letters.get(election);
  }

  /**
   * The form of a district.
   *
   * @throws InvalidElection if it lies outside the election or has no ballot
   */
  Form of(int election, Entry.Place place) {
    return forms.computeIfAbsent(new Like(election, place.kind(), place.parents()), this::build);
  }

  private Form build(Like like) {
    AreaGraph around = around(like);
    ElectionDay whole = plan.day();
    Election election = within(plan.election(like.election()), around);
    ElectionDay day =
        new ElectionDay(
            whole.date(),
            whole.rehearsal(),
            whole.title(),
            whole.subtitle(),
            whole.ledger(),
            whole.source(),
            whole.authorities(),
            around,
            List.of(election));
    return Form.of(day, election, letters.get(like.election()), around.indexOf(DISTRICT));
  }

  /** The areas above such a district, and the district. */
  private AreaGraph around(Like like) {
    AreaGraph all = plan.day().areas();
    Set<Integer> above = new TreeSet<>();
    for (String parent : like.parents()) {
      for (int area : all.withAncestors(all.indexOf(parent))) {
        above.add(area);
      }
    }
    List<Area> areas = new ArrayList<>();
    above.forEach(area -> areas.add(all.area(area)));
    CountingDistrict district =
        new CountingDistrict(like.kind(), plan.authority(), Optional.empty(), Set.of());
    areas.add(
        new Area(DISTRICT, AreaLevel.DISTRICT, DISTRICT, like.parents(), Optional.of(district)));
    return AreaGraph.of(areas);
  }

  private static Election within(Election election, AreaGraph areas) {
    if (areas.index(election.scope()).isEmpty()) {
      throw new InvalidElection("Der Bezirk liegt nicht im Gebiet der Wahl " + election.key());
    }
    return new Election(
        election.key(),
        election.name(),
        election.title(),
        election.kind(),
        election.law(),
        election.scope(),
        election.pollsClose(),
        election.votes(),
        election.options(),
        election.ballots().stream()
            .filter(ballot -> areas.index(ballot.scope()).isPresent())
            .toList(),
        election.question());
  }

  /** The ids of all areas that districts with these parents need. */
  static Set<String> closure(AreaGraph areas, Iterable<String> ids) {
    Set<String> closed = new HashSet<>();
    for (String id : ids) {
      for (int area : areas.withAncestors(areas.indexOf(id))) {
        closed.add(areas.area(area).id());
      }
    }
    return closed;
  }
}
