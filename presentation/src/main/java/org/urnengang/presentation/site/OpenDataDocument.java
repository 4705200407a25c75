package org.urnengang.presentation.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.urnengang.ledger.fold.ElectionState;
import org.urnengang.presentation.page.Language;
import org.urnengang.presentation.page.Link;
import org.urnengang.presentation.page.OpenDataView.Group;
import org.urnengang.presentation.page.OpenDataView.OfDay;
import org.urnengang.presentation.page.Pages;
import org.urnengang.presentation.page.View;
import org.urnengang.presentation.result.DayState;
import org.urnengang.presentation.site.Document.MediaType;
import org.urnengang.rules.election.Election;
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
  Document page(View view, List<DayState> days) {
    List<DayState> known = days.stream().filter(state -> state.result().day().isPresent()).toList();
    long version = known.stream().mapToLong(state -> state.result().elections().size()).sum();
    Language language = view.language();
    return new Document(
        version,
        Optional.empty(),
        MediaType.HTML,
        () ->
            pages.openData(
                view,
                links(language, path -> !path.contains("{"), path -> path),
                known.stream().map(state -> ofDay(language, state)).toList()));
  }

  private OfDay ofDay(Language language, DayState state) {
    ElectionDay day = state.result().day().orElseThrow();
    UnaryOperator<String> inDay = path -> path.replace("{day}", day.key());
    return new OfDay(
        "%1$td.%1$tm.%1$tY: %2$s".formatted(day.date(), day.title()),
        day.source(),
        day.rehearsal(),
        links(language, path -> path.contains("{day}") && !path.contains("{election}"), inDay),
        state.result().elections().stream()
            .map(ElectionState::election)
            .map(election -> group(language, election, inDay))
            .toList());
  }

  /** The operations with the names of an election in place of their variables. */
  private Group group(Language language, Election election, UnaryOperator<String> inDay) {
    return new Group(
        election.title(),
        links(
            language,
            path -> path.contains("{election}"),
            path ->
                inDay
                    .apply(path)
                    .replace("{election}", election.key())
                    .replace("{area}", election.scope())
                    .replace("{level}", "district")
                    .replace("{part}", "wahlergebnisse")));
  }

  private List<Link> links(
      Language language, Predicate<String> which, UnaryOperator<String> address) {
    return description.operations().stream()
        .filter(operation -> which.test(operation.path()))
        .map(operation -> new Link(operation.summary(language), address.apply(operation.path())))
        .toList();
  }
}
