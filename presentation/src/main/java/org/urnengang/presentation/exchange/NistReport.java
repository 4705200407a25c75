package org.urnengang.presentation.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.urnengang.ledger.entry.Entry.Status;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.record.Letters;
import org.urnengang.rules.tally.Progress;

/**
 * NIST SP 1500-100 version 2, election results reporting as JSON. A result of more districts than
 * {@link #MOST_DISTRICTS} is reported without them.
 */
final class NistReport {
  private static final int MOST_DISTRICTS = 3_000;
  private static final String LANGUAGE = "de";

  private final AreaResult top;
  private final List<AreaResult> units;
  private final boolean precincts;

  private NistReport(AreaResult top) {
    this.top = top;
    List<AreaResult> all = top.withDescendants();
    this.precincts =
        all.stream().filter(one -> one.area().level() == AreaLevel.DISTRICT).count()
            <= MOST_DISTRICTS;
    this.units =
        all.stream().filter(one -> precincts || one.area().level() != AreaLevel.DISTRICT).toList();
  }

  static String of(AreaResult top) {
    return CanonicalJson.text(new NistReport(top).report());
  }

  private static JsonValue.Builder typed(String type) {
    return JsonValue.object().put("@type", "ElectionResults." + type);
  }

  private static JsonObject text(String content) {
    JsonObject string =
        typed("LanguageString").put("Language", LANGUAGE).put("Content", content).build();
    return typed("InternationalizedText").put("Text", JsonValue.of(List.of(string))).build();
  }

  private JsonObject report() {
    return typed("ElectionReport")
        .put("Format", precincts ? "precinct-level" : "summary-contest")
        .put("GeneratedDate", top.at().toString())
        .put("Issuer", top.day().subtitle())
        .put("IssuerAbbreviation", top.day().ledger())
        .put("IsTest", JsonValue.of(top.day().rehearsal()))
        .put("Notes", top.day().source())
        .put("SequenceStart", top.version())
        .put("SequenceEnd", top.version())
        .put("Status", status())
        .put("VendorApplicationId", "Urnengang")
        .put("Election", JsonValue.of(List.of(election())))
        .put("GpUnit", JsonValue.of(units.stream().map(this::unit).toList()))
        .put(
            "Party",
            JsonValue.of(top.election().options().stream().map(NistReport::party).toList()))
        .build();
  }

  private String status() {
    if (!top.isReported()) {
      return "pre-election";
    }
    return top.status() == Status.FINAL
        ? "certified"
        : top.progress().isComplete() ? "unofficial-complete" : "unofficial-partial";
  }

  private JsonObject election() {
    List<JsonObject> candidates = new ArrayList<>();
    List<JsonObject> contests = new ArrayList<>();
    for (int vote = 0; vote < top.letters().votes(); vote++) {
      for (Ballot ballot : top.ballots(vote)) {
        contests.add(contest(vote, ballot));
        ballot.lines().stream()
            .filter(line -> line.nominee().isPresent())
            .forEach(line -> candidates.add(candidate(ballot, line)));
      }
    }
    JsonValue.Builder election =
        typed("Election")
            .put("Name", text(top.election().title()))
            .put("StartDate", top.day().date().toString())
            .put("EndDate", top.day().date().toString())
            .put("Type", "general")
            .put("ElectionScopeId", unitId(top.area()))
            .put("Contest", JsonValue.of(contests));
    if (!candidates.isEmpty()) {
      election.put("Candidate", JsonValue.of(candidates));
    }
    return election.build();
  }

  private static String unitId(Area area) {
    return "unit-" + area.id();
  }

  private static String partyId(int no) {
    return "party-" + no;
  }

  private static String candidateId(Ballot ballot, Ballot.Line line) {
    return "candidate-" + ballot.vote() + "-" + ballot.scope() + "-" + line.no();
  }

  private static JsonObject party(BallotOption option) {
    JsonValue.Builder party =
        typed("Party")
            .put("@id", partyId(option.no()))
            .put("Name", text(option.name()))
            .put("Abbreviation", option.shortName());
    if (!option.color().isEmpty()) {
      party.put("Color", option.color().substring(1));
    }
    return party.build();
  }

  private static JsonObject candidate(Ballot ballot, Ballot.Line line) {
    return typed("Candidate")
        .put("@id", candidateId(ballot, line))
        .put("BallotName", text(line.nominee().orElse("")))
        .put("PartyId", partyId(line.no()))
        .build();
  }

  private JsonObject contest(int vote, Ballot ballot) {
    boolean measure = top.election().kind() == ElectionKind.REFERENDUM;
    boolean persons = ballot.lines().stream().anyMatch(line -> line.nominee().isPresent());
    String type = measure ? "BallotMeasureContest" : persons ? "CandidateContest" : "PartyContest";
    AreaResult district = AreaResult.of(top.state(), ballot.scope()).orElse(top);
    Progress progress = district.progress();
    List<AreaResult> here =
        units.stream().filter(unit -> district.holds(unit.area().id())).toList();
    JsonValue.Builder contest =
        typed(type)
            .put("@id", "contest-" + ballot.vote() + "-" + ballot.scope())
            .put("ElectoralDistrictId", unitId(district.area()))
            .put("Name", top.election().votes().get(vote).name() + ", " + district.area().name())
            .put("SubUnitsReported", progress.received())
            .put("TotalSubUnits", progress.expected())
            .put(
                "BallotSelection",
                JsonValue.of(
                    ballot.lines().stream()
                        .map(line -> selection(vote, ballot, line, here))
                        .toList()))
            .put("SummaryCounts", summaries(vote, here));
    if (persons && !measure) {
      contest.put("VotesAllowed", 1);
    }
    return contest.build();
  }

  private JsonObject selection(int vote, Ballot ballot, Ballot.Line line, List<AreaResult> here) {
    String id = "selection-" + ballot.vote() + "-" + ballot.scope() + "-" + line.no();
    JsonValue.Builder selection;
    if (top.election().kind() == ElectionKind.REFERENDUM) {
      selection =
          typed("BallotMeasureSelection")
              .put("Selection", text(top.election().option(line.no()).name()));
    } else if (line.nominee().isPresent()) {
      selection = typed("CandidateSelection").put("CandidateIds", ids(candidateId(ballot, line)));
    } else {
      selection = typed("PartySelection").put("PartyIds", ids(partyId(line.no())));
    }
    int column = top.letters().option(vote, line.no());
    List<JsonObject> counts = new ArrayList<>();
    for (AreaResult unit : here) {
      unit.count(column).ifPresent(count -> counts.add(count(unit, count)));
    }
    return selection.put("@id", id).put("VoteCounts", JsonValue.of(counts)).build();
  }

  private static JsonValue ids(String id) {
    return JsonValue.of(List.of(JsonValue.of(id)));
  }

  private static JsonObject count(AreaResult unit, long count) {
    return typed("VoteCounts")
        .put("Type", "total")
        .put("GpUnitId", unitId(unit.area()))
        .put("Count", count)
        .build();
  }

  /** Ballots cast and invalid votes of each area that has reported. */
  private JsonValue summaries(int vote, List<AreaResult> here) {
    List<JsonObject> summaries = new ArrayList<>();
    for (AreaResult unit : here) {
      OptionalLong cast = unit.count(Letters.B);
      OptionalLong invalid = unit.count(top.letters().invalid(vote));
      if (cast.isPresent() && invalid.isPresent()) {
        summaries.add(
            typed("SummaryCounts")
                .put("Type", "total")
                .put("GpUnitId", unitId(unit.area()))
                .put("BallotsCast", cast.getAsLong())
                .put("BallotsRejected", invalid.getAsLong())
                .build());
      }
    }
    return JsonValue.of(summaries);
  }

  private JsonObject unit(AreaResult result) {
    Area area = result.area();
    JsonValue.Builder unit =
        typed("ReportingUnit")
            .put("@id", unitId(area))
            .put("Name", area.name())
            .put("Number", area.id())
            .put("Type", type(area.level()))
            .put("SubUnitsReported", result.progress().received())
            .put("TotalSubUnits", result.progress().expected())
            .put("IsMailOnly", JsonValue.of(result.isPostal()));
    if (type(area.level()).equals("other")) {
      unit.put("OtherType", area.level().key());
    }
    List<JsonValue> parts =
        result.children().stream()
            .filter(child -> precincts || child.area().level() != AreaLevel.DISTRICT)
            .<JsonValue>map(child -> JsonValue.of(unitId(child.area())))
            .toList();
    if (!parts.isEmpty()) {
      unit.put("ComposingGpUnitIds", JsonValue.of(parts));
    }
    result.eligible().ifPresent(number -> unit.put("VotersRegistered", number));
    result.count(Letters.B).ifPresent(number -> unit.put("VotersParticipated", number));
    return unit.build();
  }

  private static String type(AreaLevel level) {
    return switch (level) {
      case COUNTRY -> "country";
      case LAND -> "state";
      case CONSTITUENCY -> "congressional";
      case COUNTY -> "county";
      case MUNICIPALITY -> "municipality";
      case BOROUGH -> "borough";
      case DISTRICT -> "precinct";
      case REGION, ASSOCIATION -> "other";
    };
  }
}
