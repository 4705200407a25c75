package org.urnengang.office.election;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.urnengang.office.access.Allow;
import org.urnengang.office.access.Caller;
import org.urnengang.office.access.Permission;
import org.urnengang.office.platform.Pages;
import org.urnengang.office.platform.Texts;

/** Takes the files of a whole day. */
@Controller
final class DayImportPages {
  private final Setup setup;
  private final SetupDayPages days;
  private final Pages pages;
  private final Texts texts;

  DayImportPages(Setup setup, SetupDayPages days, Pages pages, Texts texts) {
    this.setup = setup;
    this.days = days;
    this.pages = pages;
    this.texts = texts;
  }

  @Allow(Permission.MAKE_DAYS)
  @PostMapping("/vorbereitung/dateien")
  void create(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    List<Uploads.Upload> uploads = Uploads.of(request);
    Caller caller = Caller.of(request);
    Optional<Integer> tenant = days.tenant(request);
    boolean rehearsal = Typed.text(request, "rehearsal").equals("yes");
    DayImport.Outcome outcome =
        uploads.isEmpty() || tenant.isEmpty()
            ? new DayImport.Outcome.Refused(List.of(texts.of("setup.files.none")))
            : read(uploads, rehearsal);
    switch (outcome) {
      case DayImport.Outcome.Read(Draft.Content content, Path _, List<String> _) -> {
        Draft.Content wanted = rehearsal ? content.with(content.facts().asRehearsal()) : content;
        String draft = setup.create(caller, tenant.orElseThrow(), wanted);
        Answers.goTo(response, "/vorbereitung/" + draft + "/pruefen");
      }
      case DayImport.Outcome.Refused(List<String> reasons) ->
          pages.send(
              response,
              422,
              "setupDays",
              days.page(
                  caller, SetupDayPages.typed(request), texts.of("setup.files.refused"), reasons));
    }
  }

  private static DayImport.Outcome read(List<Uploads.Upload> uploads, boolean rehearsal) {
    return DraftFolder.inTemporaryFolder(
        work -> {
          try {
            return DayImport.read(Uploads.store(uploads, work), rehearsal, work);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
