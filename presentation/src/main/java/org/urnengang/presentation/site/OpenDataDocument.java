package org.urnengang.presentation.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.presentation.page.Link;
import org.urnengang.presentation.page.OpenDataView.Group;
import org.urnengang.presentation.page.Pages;
import org.urnengang.presentation.result.DayState;
import org.urnengang.presentation.site.Document.MediaType;
import org.urnengang.rules.election.ElectionDay;

/** The page that explains all formats, with the addresses of every election. */
final class OpenDataDocument {
  private final Pages pages;
  private final ApiDescription description = ApiDescription.load();

  OpenDataDocument(Pages pages) {
    this.pages = pages;
  }

  /** The description of the interface. */
  Document yaml() {
    return Document.unchanged(MediaType.YAML, description::yaml);
  }

  /** The page; it changes when a day comes or an election is opened. */
  Document page(List<DayState> days) {
    List<DayState> known = days.stream().filter(state -> state.result().day().isPresent()).toList();
    long version = known.stream().mapToLong(state -> state.result().elections().size()).sum();
    return new Document(
        version, Optional.empty(), MediaType.HTML, () -> pages.openData(groups(known)));
  }

  private List<Group> groups(List<DayState> days) {
    List<Group> groups = new ArrayList<>();
    for (DayState state : days) {
      ElectionDay day = state.result().day().orElseThrow();
      for (ElectionState election : state.result().elections()) {
        String name = election.election().title() + (day.rehearsal() ? " (PROBE)" : "");
        String date = "%1$td.%1$tm.%1$tY".formatted(day.date());
        groups.add(
            new Group(
                date + ": " + name, day.source(), links(day.key(), election), day.rehearsal()));
      }
    }
    return groups;
  }

  /** The operations with the first election's names in place of their variables. */
  private List<Link> links(String day, ElectionState election) {
    String key = election.election().key();
    String scope = election.election().scope();
    List<Link> links = new ArrayList<>();
    for (ApiDescription.Operation operation : description.operations()) {
      String address =
          operation
              .path()
              .replace("{day}", day)
              .replace("{election}", key)
              .replace("{area}", scope)
              .replace("{level}", "district")
              .replace("{part}", "wahlergebnisse");
      links.add(new Link(operation.summary(), address));
    }
    return links;
  }
}
