package org.urnengang.office.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and their roles in the database; it shows what the thread's scope shows. */
final class PeopleStore {
  private final JdbcClient client;

  PeopleStore(JdbcClient client) {
    this.client = client;
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        row.getLong("id"),
        row.getInt("tenant"),
        row.getString("login"),
        row.getString("name"),
        row.getBoolean("disabled"));
  }

  Optional<Person> person(long id) {
    return client
        .sql("SELECT id, tenant, login, name, disabled FROM person WHERE id = :id")
        .param("id", id)
        .query(PeopleStore::person)
        .optional();
  }

  Optional<Person> byLogin(String login) {
    return client
        .sql("SELECT id, tenant, login, name, disabled FROM person WHERE login = :login")
        .param("login", login)
        .query(PeopleStore::person)
        .optional();
  }

  Person insert(int tenant, String login, String name) {
    return client
        .sql(
            """
            INSERT INTO person (tenant, login, name) VALUES (:tenant, :login, :name)
            RETURNING id, tenant, login, name, disabled
            """)
        .param("tenant", tenant)
        .param("login", login)
        .param("name", name)
        .query(PeopleStore::person)
        .single();
  }

  void disable(long person, boolean disabled) {
    client
        .sql("UPDATE person SET disabled = :disabled WHERE id = :id")
        .param("disabled", disabled)
        .param("id", person)
        .update();
  }

  /**
   * A person as a list shows it.
   *
   * @param roles keys of the roles
   * @param enrolled whether the person can log in
   */
  record Line(Person person, String tenant, List<String> roles, boolean enrolled) {}

  /** People of these authorities with a text in name, log-in or authority; empty means all. */
  List<Line> people(int[] tenants, String text, int most) {
    return client
        .sql(
            """
            SELECT p.id, p.tenant, p.login, p.name, p.disabled, t.name AS tenant_name,
                   array(SELECT DISTINCT a.role FROM assignment a WHERE a.person = p.id ORDER BY 1) AS roles,
                   can_log_in(p.id) AS enrolled
            FROM person p JOIN tenant t ON t.id = p.tenant
            WHERE p.tenant = ANY(:tenants)
              AND (:text = '' OR position(lower(:text) IN lower(concat_ws(' ', p.name, p.login, t.name))) > 0)
            ORDER BY p.disabled, t.name, p.name LIMIT :most
            """)
        .param("tenants", tenants)
        .param("text", text)
        .param("most", most)
        .query(
            (row, number) ->
                new Line(
                    person(row, number),
                    row.getString("tenant_name"),
                    List.of((String[]) row.getArray("roles").getArray()),
                    row.getBoolean("enrolled")))
        .list();
  }

  /** A role that was given. */
  record Assignment(
      long id, int tenant, String tenantName, String role, String day, String election) {}

  List<Assignment> assignments(long person) {
    return client
        .sql(
            """
            SELECT a.id, a.tenant, t.name, a.role, coalesce(a.day, '') AS day, coalesce(a.election, '') AS election
            FROM assignment a JOIN tenant t ON t.id = a.tenant
            WHERE a.person = :person ORDER BY t.path, a.role, a.day, a.election
            """)
        .param("person", person)
        .query(
            (row, _) ->
                new Assignment(
                    row.getLong("id"),
                    row.getInt("tenant"),
                    row.getString("name"),
                    row.getString("role"),
                    row.getString("day"),
                    row.getString("election")))
        .list();
  }

  void assign(long person, int tenant, Role role, Optional<String> day, Optional<String> election) {
    client
        .sql(
            """
            INSERT INTO assignment (person, tenant, role, day, election)
            VALUES (:person, :tenant, :role, :day, :election) ON CONFLICT DO NOTHING
            """)
        .param("person", person)
        .param("tenant", tenant)
        .param("role", role.key())
        .param("day", day.orElse(null))
        .param("election", election.orElse(null))
        .update();
  }

  boolean revoke(long assignment) {
    return client.sql("DELETE FROM assignment WHERE id = :id").param("id", assignment).update()
        == 1;
  }

  /** A person who is not shut out, with all roles and the authorities where they hold. */
  Optional<Caller> caller(long person) {
    return client
        .sql(
            """
            SELECT p.id, p.name, p.tenant, a.role, a.tenant AS root, a.day, a.election,
                   array(SELECT t.id FROM tenant t WHERE a.tenant = ANY (t.path)) AS tenants
            FROM person p LEFT JOIN assignment a ON a.person = p.id
            WHERE p.id = :person AND NOT p.disabled
            """)
        .param("person", person)
        .query((ResultSetExtractor<Optional<Caller>>) PeopleStore::caller);
  }

  private static Optional<Caller> caller(ResultSet row) throws SQLException {
    Optional<Caller> caller = Optional.empty();
    List<Grant> grants = new ArrayList<>();
    while (row.next()) {
      if (row.getString("role") != null) {
        grants.add(grant(row));
      }
      caller =
          Optional.of(
              new Caller(row.getLong("id"), row.getString("name"), row.getInt("tenant"), grants));
    }
    return caller;
  }

  private static Grant grant(ResultSet row) throws SQLException {
    return new Grant(
        Role.of(row.getString("role")).orElseThrow(),
        row.getInt("root"),
        Tenants.set(row.getArray("tenants").getArray()),
        Optional.ofNullable(row.getString("day")),
        Optional.ofNullable(row.getString("election")),
        false);
  }

  /** How many others may manage people at an authority. */
  int administrators(int tenant, long exceptPerson) {
    return client
        .sql(
            """
            SELECT count(DISTINCT a.person) FROM assignment a
            JOIN person p ON p.id = a.person AND NOT p.disabled
            JOIN tenant t ON t.id = :tenant AND a.tenant = ANY (t.path)
            WHERE a.role = 'administrator' AND a.person <> :except
            """)
        .param("tenant", tenant)
        .param("except", exceptPerson)
        .query(Integer.class)
        .single();
  }
}
