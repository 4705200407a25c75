package org.urnengang.presentation.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.urnengang.presentation.page.Link;
import org.urnengang.presentation.page.Pages;
import org.urnengang.presentation.result.DayState;
import org.urnengang.presentation.site.Document.MediaType;
import org.urnengang.presentation.votemanager.Place.Dates;
import org.urnengang.presentation.votemanager.Place.Directory;
import org.urnengang.presentation.votemanager.Place.Home;
import org.urnengang.presentation.votemanager.Place.OfAllDays;
import org.urnengang.presentation.votemanager.Place.OfOneDay;
import org.urnengang.presentation.votemanager.Place.Presentation;
import org.urnengang.presentation.votemanager.Votemanager;
import org.urnengang.presentation.votemanager.Votemanager.About;
import org.urnengang.presentation.votemanager.Votemanager.Found;

/** The documents at addresses of votemanager. */
final class NewsroomDocuments {
  private final Pages pages;

  NewsroomDocuments(Pages pages) {
    this.pages = pages;
  }

  /** What stands at a place of a day. */
  Optional<Document> file(OfOneDay place, DayState state) {
    if (place instanceof Presentation(String ags)) {
      return Votemanager.presentation(ags, state).map(about -> page(about, Document.UNCHANGED));
    }
    return Votemanager.file(place, state).map(NewsroomDocuments::document);
  }

  private static Document document(Found found) {
    MediaType type =
        switch (found.kind()) {
          case CSV -> MediaType.CSV;
          case JSON -> MediaType.JSON;
        };
    return new Document(found.version(), Optional.of(found.at()), type, found.text());
  }

  /** What stands at a place that depends on all days; it changes when a day comes or opens. */
  Optional<Document> ofAllDays(OfAllDays place, List<DayState> days) {
    List<DayState> known = days.stream().filter(state -> state.result().day().isPresent()).toList();
    long version = known.stream().mapToLong(state -> state.result().elections().size()).sum();
    return switch (place) {
      case Directory(String base) ->
          Optional.of(json(version, () -> Votemanager.directory(base, known)));
      case Dates(String ags) ->
          Votemanager.dates(ags, known).map(text -> json(version, () -> text));
      case Home(String ags) -> Votemanager.home(ags, known).map(about -> page(about, version));
    };
  }

  private static Document json(long version, Supplier<String> text) {
    return new Document(version, Optional.empty(), MediaType.JSON, text);
  }

  private Document page(About about, long version) {
    List<Link> links =
        about.references().stream()
            .map(reference -> new Link(reference.name(), reference.address()))
            .toList();
    String address = "/" + about.ags() + "/index.html";
    return new Document(
        version,
        Optional.empty(),
        MediaType.HTML,
        () -> pages.authority(address, about.name(), links));
  }
}
