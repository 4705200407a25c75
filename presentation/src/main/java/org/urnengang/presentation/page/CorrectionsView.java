package org.urnengang.presentation.page;

import java.util.ArrayList;
import java.util.List;
import org.urnengang.presentation.result.Changes;

/**
 * All corrections of a day, with old and new figures.
 *
 * @param frame what stands around it
 * @param crumbs the way to it
 * @param lines the corrections, newest first
 */
public record CorrectionsView(Frame frame, List<Link> crumbs, List<FactLine> lines) {

  static CorrectionsView of(Context context, long version) {
    Words words = context.words();
    String date = words.date(context.day().date());
    String address = context.address() + "corrections";
    List<FactLine> lines =
        Changes.corrections(context.state().result()).stream()
            .map(change -> FactLine.full(context, change))
            .toList();
    List<Link> crumbs = new ArrayList<>(Crumbs.day(context));
    crumbs.add(new Link(words.text("nav.corrections"), address, true));
    return new CorrectionsView(
        Frame.of(
            context,
            words.text("title.corrections", date),
            address,
            version,
            words.text("proof.corrections", lines.size())),
        crumbs,
        lines);
  }
}
