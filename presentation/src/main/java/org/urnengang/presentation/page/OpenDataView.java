package org.urnengang.presentation.page;

import java.util.List;

/**
 * The page that explains the data.
 *
 * @param frame what stands around it
 * @param all addresses that depend on no day
 * @param days the addresses of each day
 */
public record OpenDataView(Frame frame, List<Link> all, List<OfDay> days) {

  /**
   * A day, where its figures come from, and its elections.
   *
   * @param links addresses that depend on no election
   */
  public record OfDay(
      String title, String source, boolean rehearsal, List<Link> links, List<Group> elections) {
    public OfDay {
      links = List.copyOf(links);
      elections = List.copyOf(elections);
    }
  }

  /** The addresses of an election. */
  public record Group(String title, List<Link> links) {
    public Group {
      links = List.copyOf(links);
    }
  }
}
