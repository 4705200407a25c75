package org.urnengang.rehearsal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.urnengang.formats.folder.ElectionFolder;
import org.urnengang.formats.folder.ElectionFolderWriter;
import org.urnengang.rules.election.Area;
import org.urnengang.rules.election.AreaGraph;
import org.urnengang.rules.election.AreaLevel;
import org.urnengang.rules.election.Authority;
import org.urnengang.rules.election.Ballot;
import org.urnengang.rules.election.BallotOption;
import org.urnengang.rules.election.CountingDistrict;
import org.urnengang.rules.election.DistrictKind;
import org.urnengang.rules.election.Election;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.rules.election.ElectionKind;
import org.urnengang.rules.election.PollsClose;
import org.urnengang.rules.election.Vote;

/** An election of any size for load: two votes, polling districts only, 50 in a municipality. */
public final class SyntheticElection {
  /** Key of its day. */
  public static final String DAY = "2017-09-24-probe";

  /** Key of its election. */
  public static final String ELECTION = "bundestagswahl";

  /** Key of the authority that reports all its districts. */
  public static final String AUTHORITY = "last";

  private static final int DISTRICTS_IN_MUNICIPALITY = 50;
  private static final int OPTIONS = 20;
  private static final int ELIGIBLE = 1_200;

  private SyntheticElection() {}

  /** Writes the election folder. */
  public static void write(int districts, Path folder) {
    ElectionDay day =
        new ElectionDay(
            LocalDate.of(2017, 9, 24),
            true,
            "Lastprobe",
            "Erfundene Bezirke",
            "last",
            "Erfundene Zahlen",
            List.of(new Authority(AUTHORITY, "Lastprobe", Optional.empty())),
            AreaGraph.of(areas(districts)),
            List.of(election()));
    ElectionFolderWriter.write(new ElectionFolder(day, Map.of()), folder);
  }

  /** Id of a district, from 0. */
  public static String district(int number) {
    return "m%05d-%02d"
        .formatted(number / DISTRICTS_IN_MUNICIPALITY, number % DISTRICTS_IN_MUNICIPALITY);
  }

  private static List<Area> areas(int districts) {
    List<Area> areas = new ArrayList<>();
    areas.add(new Area("land", AreaLevel.LAND, "Land", List.of(), Optional.empty()));
    for (int number = 0; number < districts; number++) {
      String municipality = district(number).substring(0, 6);
      if (number % DISTRICTS_IN_MUNICIPALITY == 0) {
        areas.add(
            new Area(
                municipality,
                AreaLevel.MUNICIPALITY,
                "Gemeinde " + municipality,
                List.of("land"),
                Optional.empty()));
      }
      areas.add(
          new Area(
              district(number),
              AreaLevel.DISTRICT,
              "Bezirk " + number,
              List.of(municipality),
              Optional.of(
                  new CountingDistrict(
                      DistrictKind.POLLING, AUTHORITY, Optional.empty(), Set.of()))));
    }
    return areas;
  }

  private static Election election() {
    List<BallotOption> options = new ArrayList<>();
    List<Ballot.Line> lines = new ArrayList<>();
    for (int no = 1; no <= OPTIONS; no++) {
      options.add(new BallotOption(no, "L" + no, "Liste " + no, "", ""));
      lines.add(new Ballot.Line(no, Optional.empty()));
    }
    return new Election(
        ELECTION,
        "Lastprobe",
        "Lastprobe",
        ElectionKind.BUNDESTAG,
        "bundestag-2013",
        "land",
        new PollsClose(OffsetDateTime.parse("2017-09-24T18:00:00+02:00"), "§ 47 Abs. 1 BWO"),
        List.of(new Vote("first", "Erststimmen"), new Vote("second", "Zweitstimmen")),
        options,
        List.of(new Ballot("first", "land", lines), new Ballot("second", "land", lines)),
        Optional.empty());
  }

  /**
   * Sends the report of a district to an office.
   *
   * @return the status of its answer, 201 if it is released
   */
  static int send(LoadClient client, String token, int number) throws IOException {
    String id = district(number);
    return client.post(
        "/api/%s/%s/%s/report?release=true".formatted(DAY, ELECTION, id),
        "Authorization: Bearer %s\r\nIdempotency-Key: %s\r\n".formatted(token, id)
            + "Rehearsal-Time: 2017-09-24T18:30:00+02:00\r\n",
        report(number));
  }

  /** The body of a report that passes all checks. */
  public static String report(int number) {
    StringBuilder body = new StringBuilder(640);
    int each = 10 + number % 17;
    int valid = each * OPTIONS;
    int invalid = number % 5;
    body.append("{\"authority\":\"").append(AUTHORITY).append("\",\"figures\":{");
    body.append("\"A1\":").append(ELIGIBLE).append(",\"A2\":240");
    body.append(",\"B\":").append(valid + invalid).append(",\"B1\":").append(number % 7);
    appendVote(body, "C", "D", invalid, valid, each);
    appendVote(body, "E", "F", invalid, valid, each);
    return body.append("}}").toString();
  }

  private static void appendVote(
      StringBuilder body, String invalid, String valid, int invalidVotes, int votes, int each) {
    body.append(",\"").append(invalid).append("\":").append(invalidVotes);
    body.append(",\"").append(valid).append("\":").append(votes);
    for (int no = 1; no <= OPTIONS; no++) {
      body.append(",\"").append(valid).append(no).append("\":").append(each);
    }
  }
}
