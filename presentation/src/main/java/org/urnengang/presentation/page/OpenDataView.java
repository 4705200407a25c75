package org.urnengang.presentation.page;

import java.util.List;

/**
 * The page that explains the data.
 *
 * @param frame what stands around it
 * @param groups the files of each election
 */
public record OpenDataView(Frame frame, List<Group> groups) {

  /** Files that belong together, and where their figures come from. */
  public record Group(String title, String source, List<Link> links, boolean rehearsal) {
    public Group {
      links = List.copyOf(links);
    }
  }
}
