package org.urnengang.office.capture;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.urnengang.office.election.OpenDay;
import org.urnengang.office.election.OpenDistrict;
import org.urnengang.rules.election.AreaGraph;

/** Where a district lies, as people say it. */
@Component
final class Places {
  /** The areas right above a district, such as its municipality. */
  String of(OpenDay day, OpenDistrict district) {
    AreaGraph areas = day.day().areas();
    return IntStream.of(areas.parents(areas.indexOf(district.area().id())))
        .mapToObj(parent -> areas.area(parent).name())
        .collect(Collectors.joining(", "));
  }
}
