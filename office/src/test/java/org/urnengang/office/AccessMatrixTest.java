package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.office.access.Permission;
import org.urnengang.office.access.Role;
import org.urnengang.office.access.Route;

/**
 * Every route, every role, own and foreign authority, own and foreign district. Made from the table
 * of routes: a new one is in it without being named here.
 */
class AccessMatrixTest {
  /** What each role may, written down a second time. */
  private static final Map<Role, Set<Permission>> MAY = new EnumMap<>(Role.class);

  static {
    MAY.put(
        Role.ADMINISTRATOR,
        EnumSet.of(
            Permission.SEE, Permission.MAKE_DAYS, Permission.MANAGE_PEOPLE, Permission.READ_AUDIT));
    MAY.put(
        Role.ELECTION_LEAD,
        EnumSet.of(
            Permission.SEE,
            Permission.CAPTURE,
            Permission.REPORT,
            Permission.RELEASE,
            Permission.SET_CLOCK,
            Permission.MAKE_DAYS,
            Permission.OPEN_DAYS,
            Permission.READ_AUDIT));
    MAY.put(Role.REGISTER_CLERK, EnumSet.of(Permission.SEE, Permission.KEEP_ROLL));
    MAY.put(Role.CAPTURE_CLERK, EnumSet.of(Permission.SEE, Permission.CAPTURE, Permission.REPORT));
    MAY.put(Role.SECOND_CAPTURE, EnumSet.of(Permission.SEE));
    MAY.put(Role.RELEASER, EnumSet.of(Permission.SEE, Permission.REPORT, Permission.RELEASE));
    MAY.put(Role.HOTLINE, EnumSet.of(Permission.SEE, Permission.CAPTURE, Permission.REPORT));
    MAY.put(Role.AUDITOR, EnumSet.of(Permission.SEE, Permission.READ_AUDIT));
    MAY.put(Role.READER, EnumSet.of(Permission.SEE));
    MAY.put(
        Role.REPORTING_PROGRAM,
        EnumSet.of(Permission.SEE, Permission.CAPTURE, Permission.REPORT, Permission.RELEASE));
  }

  private static final List<String> OWN = List.of("05999004-0001");
  private static final String ELECTION = "bundestagswahl";

  @TempDir static Path data;
  static TestOffice office;
  static int north;
  static int south;
  static String foreignDistrict;
  static String foreignPerson;
  static String foreignDay;

  @BeforeAll
  static void start() {
    office =
        TestOffice.start(
            new OfficeSettings(
                0,
                data,
                List.of(TestOffice.election("probe"), southernDay()),
                Optional.of(TestDatabases.create()),
                List.of()));
    north = tenant("nord");
    south = tenant("sued");
    foreignDistrict =
        TestDatabases.value(
            office.database,
            "SELECT district FROM counted_district WHERE election = '%s' AND tenant = %d LIMIT 1"
                .formatted(ELECTION, south));
    TestPerson.invited(office, "fremd", "Fremde Person", "reader", Integer.toString(south));
    foreignPerson =
        TestDatabases.value(office.database, "SELECT id FROM person WHERE login = 'fremd'");
    foreignDay = "2031-05-04-probe";
    assertThat(office.get("/tag/" + foreignDay).statusCode()).isEqualTo(200);
  }

  /** A day on which the southern authority counts everything. */
  private static Path southernDay() {
    Path folder =
        TestElection.with("\"2017-09-24\"", "\"2031-05-04\"", "2017-09-24T", "2031-05-04T");
    Path areas = folder.resolve("areas.csv");
    try {
      Files.writeString(areas, Files.readString(areas).replace("nord", "sued"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void close() {
    office.close();
  }

  private static int tenant(String key) {
    return Integer.parseInt(
        TestDatabases.value(
            office.database, "SELECT id FROM tenant WHERE key = '%s'".formatted(key)));
  }

  /** Somebody, or a program, with one role at the northern authority. */
  private interface Visitor {
    HttpResponse<String> call(Route route, String path);
  }

  private static Visitor person(Role role) {
    TestPerson person =
        TestPerson.invited(
            office, role.key() + ".nord", role + " Nord", role.key(), Integer.toString(north));
    return (route, path) ->
        route.method().equals("GET") ? person.get(path) : person.submit(path, Map.of());
  }

  private static Visitor program(Role role) {
    String token = office.office.token(role + " Nord", north, role);
    return (route, path) -> {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(java.net.URI.create(office.at(path)))
              .header("Authorization", "Bearer " + token);
      return TestOffice.send(
          route.method().equals("GET")
              ? request.build()
              : request.POST(HttpRequest.BodyPublishers.ofString("{}")).build());
    };
  }

  private static String path(Route route, String day, String district, String person) {
    return path(route, day, district, person, draft(north));
  }

  private static String path(
      Route route, String day, String district, String person, String draft) {
    return route
        .pattern()
        .getPatternString()
        .replace("{day}", day)
        .replace("{election}", ELECTION)
        .replace("{district}", district)
        .replace("{draft}", draft)
        .replace("{sheet}", "gebiete")
        .replace("{row}", "1")
        .replace("{id}", person)
        .replace("{word}", "erfunden")
        .replace("{name}", "nichts.css");
  }

  private static boolean isProgram(Route route) {
    return route.pattern().getPatternString().startsWith("/api/");
  }

  /** Routes that ask for a role; ending one's own session is not tried. */
  private static List<Route> routes(boolean program) {
    return office.office.routes().stream()
        .filter(route -> isProgram(route) == program)
        .filter(route -> route.permission().compareTo(Permission.SIGNED_IN) > 0)
        .toList();
  }

  @Test
  void every_role_gets_what_is_its_own_and_nothing_else() {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (Role role : Role.values()) {
      for (boolean program : List.of(false, true)) {
        Visitor visitor = program ? program(role) : person(role);
        for (Route route : routes(program)) {
          tried += check(role, route, visitor, wrong);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(tried).isGreaterThan(300);
    System.out.println("tried " + tried + " combinations of route, role and place");
  }

  private static int check(Role role, Route route, Visitor visitor, List<String> wrong) {
    String pattern = route.pattern().getPatternString();
    boolean may = MAY.getOrDefault(role, Set.of()).contains(route.permission());
    String self =
        TestDatabases.value(office.database, "SELECT max(id) FROM person WHERE login <> 'fremd'");
    int own = visitor.call(route, path(route, TestOffice.DAY, OWN.getFirst(), self)).statusCode();
    if (may ? own == 403 || own == 401 : own != 403) {
      wrong.add("%s %s %s own: %d".formatted(role, route.method(), pattern, own));
    }
    int tried = 1;
    if (pattern.contains("{district}")) {
      tried++;
      expectNothing(
          role, route, visitor, path(route, TestOffice.DAY, foreignDistrict, self), wrong);
    }
    if (pattern.contains("{day}")) {
      tried++;
      expectNothing(role, route, visitor, path(route, foreignDay, OWN.getFirst(), self), wrong);
    }
    if (pattern.contains("{id}") && may) {
      tried++;
      expectNothing(role, route, visitor, path(route, TestOffice.DAY, "x", foreignPerson), wrong);
    }
    if (pattern.contains("{draft}")) {
      tried++;
      expectNothing(
          role, route, visitor, path(route, TestOffice.DAY, "x", self, draft(south)), wrong);
    }
    return tried;
  }

  /** A day in preparation of an authority; a route before may have deleted it. */
  private static String draft(int tenant) {
    String id = "entwurf" + tenant;
    TestDatabases.execute(
        office.database,
        """
        INSERT INTO draft (id, tenant, date, rehearsal, title) VALUES ('%s', %d, '2033-01-02', true, 'Entwurf')
        ON CONFLICT DO NOTHING
        """
            .formatted(id, tenant));
    return id;
  }

  private static void expectNothing(
      Role role, Route route, Visitor visitor, String path, List<String> wrong) {
    int status = visitor.call(route, path).statusCode();
    if (status != 404) {
      wrong.add("%s %s %s foreign: %d".formatted(role, route.method(), path, status));
    }
  }

  @Test
  void nobody_gets_anything_but_what_is_open_to_anyone() {
    for (Route route : office.office.routes()) {
      String path = path(route, TestOffice.DAY, OWN.getFirst(), "1");
      TestPerson stranger = new TestPerson(office);
      HttpResponse<String> answer =
          route.method().equals("GET") ? stranger.get(path) : stranger.post(path, Map.of());
      if (route.permission() == Permission.ANYONE) {
        assertThat(answer.statusCode()).as(path).isNotEqualTo(401);
      } else if (isProgram(route)) {
        assertThat(answer.statusCode()).as(path).isEqualTo(401);
      } else {
        assertThat(answer.statusCode()).as(path).isEqualTo(303);
        assertThat(answer.headers().firstValue("location").orElse(""))
            .as(path)
            .startsWith("/anmelden");
      }
    }
  }

  @Test
  void a_foreign_district_is_answered_like_one_that_does_not_exist() {
    Visitor visitor = program(Role.REPORTING_PROGRAM);
    Route read = Route.get("/api/{day}/{election}/{district}", Permission.SEE);
    HttpResponse<String> foreign =
        visitor.call(read, path(read, TestOffice.DAY, foreignDistrict, ""));
    HttpResponse<String> nothing =
        visitor.call(read, path(read, TestOffice.DAY, "05999004-9999", ""));
    assertThat(foreign.statusCode()).isEqualTo(nothing.statusCode()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(nothing.body());
  }

  @Test
  void lists_show_what_is_own() {
    TestPerson person =
        TestPerson.invited(office, "liste", "Lisa Liste", "reader", Integer.toString(south));
    String day = person.get("/tag/" + TestOffice.DAY).body();
    assertThat(day).contains(foreignDistrict).doesNotContain("05999004-0001");
  }
}
