package org.urnengang.presentation.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.OffsetDateTime;
import java.util.List;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.DayState;
import org.urnengang.web.Assets;

/** Writes the pages of one language. */
public final class Pages {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Words words;
  private final Assets assets;

  public Pages(Words words, Assets assets) {
    this.words = words;
    this.assets = assets;
  }

  private String write(String template, Object view) {
    StringOutput out = new StringOutput(16_384);
    engine.render(template, view, out);
    return out.toString();
  }

  private Context context(DayState state) {
    return Context.of(words, assets, state);
  }

  /** The list of all days. */
  public String days(List<DayState> days) {
    return write("days.jte", DaysView.of(words, assets, days));
  }

  /** A day whose elections last changed in this version. */
  public String day(DayState state, long version, OffsetDateTime at) {
    return write("day.jte", DayView.of(context(state), version, at));
  }

  /** A result. */
  public String area(DayState state, AreaResult result) {
    return write("area.jte", AreaView.of(context(state), result));
  }

  /** All corrections of a day, the last of them of this version. */
  public String corrections(DayState state, long version) {
    return write("corrections.jte", CorrectionsView.of(context(state), version));
  }

  /** What stands where nothing is. */
  public String missing() {
    return write("missing.jte", Frame.plain(words, assets, words.text("missing.title")));
  }
}
