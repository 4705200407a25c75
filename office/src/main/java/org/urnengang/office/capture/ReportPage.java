package org.urnengang.office.capture;

import java.util.List;
import java.util.Map;

/**
 * The form of a district's report, as on paper.
 *
 * @param place where it stands
 * @param mayReport whether whoever looks at it may report
 * @param mayRelease whether they may release and correct
 * @param state missing, submitted, released or merged
 * @param stateText the state in a sentence
 * @param sections the lines of the form
 * @param problems what is wrong with what was typed
 * @param notice something else to say first, may be empty
 * @param reason the reason of a correction as typed
 * @param key idempotency key of this form, the same however often it is sent
 */
public record ReportPage(
    PlaceLine place,
    boolean mayReport,
    boolean mayRelease,
    String state,
    String stateText,
    List<Section> sections,
    List<Problem> problems,
    String notice,
    String reason,
    String key) {
  public ReportPage {
    sections = List.copyOf(sections);
    problems = List.copyOf(problems);
  }

  /** The place of a form. */
  public record PlaceLine(
      String day,
      String dayTitle,
      boolean rehearsal,
      String election,
      String electionName,
      String district,
      String districtName,
      String around,
      String kind) {
    public String address() {
      return "/tag/" + day + "/" + election + "/" + district;
    }
  }

  /** Lines under one heading. */
  public record Section(String title, List<Line> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One line.
   *
   * @param letter the letter of the form
   * @param label what it counts
   * @param hint more about it, may be empty
   * @param value as typed or stored
   * @param sum whether it is a sum of lines above
   * @param shown whether it is only shown, not typed
   * @param error what is wrong, empty if nothing
   * @param invalid whether a problem concerns it
   */
  public record Line(
      String letter,
      String label,
      String hint,
      String value,
      boolean sum,
      boolean shown,
      String error,
      boolean invalid) {}

  public boolean isCorrection() {
    return state.equals("released");
  }

  /** Whether they may change something here. */
  public boolean isOpen() {
    return !isMerged() && (mayRelease || (mayReport && !isCorrection()));
  }

  /** Where the form goes. */
  public String target() {
    return place.address() + (mayRelease ? "/freigabe" : "");
  }

  public boolean isMerged() {
    return state.equals("merged");
  }

  /** Where a problem's link leads: the first field that it names. */
  public String anchor(Problem problem) {
    return problem.fields().isEmpty() ? "meldung" : "f-" + problem.fields().getFirst();
  }

  /** What was typed, by letter. */
  record Typed(Map<String, String> figures, String reason) {
    Typed {
      figures = Map.copyOf(figures);
    }
  }
}
