package org.urnengang.office.election;

import java.util.List;
import java.util.Map;

/**
 * One election of a day in preparation, with what the law says of it.
 *
 * @param values what is filled in, by field
 * @param problems what is wrong, by field; under the empty one what is wrong with the whole
 * @param laws the laws that can distribute its seats or decide it
 * @param votes the usual ways to vote
 * @param areas ids and names of areas that can be the whole
 * @param proposals what the law proposes, by field
 * @param numbers what the law fixes and nobody can change
 */
public record SetupElectionPage(
    SetupFrame around,
    long row,
    Map<String, String> values,
    Map<String, String> problems,
    List<Law> laws,
    List<String> votes,
    List<Area> areas,
    Map<String, String> proposals,
    List<Rule> numbers) {
  public SetupElectionPage {
    values = Map.copyOf(values);
    problems = Map.copyOf(problems);
    laws = List.copyOf(laws);
    votes = List.copyOf(votes);
    areas = List.copyOf(areas);
    proposals = Map.copyOf(proposals);
    numbers = List.copyOf(numbers);
  }

  public String address() {
    return around.base() + "/wahlen/" + row;
  }

  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  public String problem(String field) {
    return problems.getOrDefault(field, "");
  }

  public String proposal(String field) {
    return proposals.getOrDefault(field, "");
  }

  public boolean isKind(String kind) {
    return value(ElectionFields.KIND).equals(kind);
  }

  /** A law by its word, and what people call it. */
  public record Law(String key, String name) {}

  /** An area that can be the whole of an election. */
  public record Area(String id, String name) {}

  /** A number that the law fixes. */
  public record Rule(String key, String value, String law) {}
}
