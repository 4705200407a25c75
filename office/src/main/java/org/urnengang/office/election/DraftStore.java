package org.urnengang.office.election;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.urnengang.ledger.json.CanonicalJson;
import org.urnengang.ledger.json.JsonReader;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.ledger.json.JsonValue.JsonString;

/** Days in preparation in the database. */
@Component
class DraftStore {
  private final JdbcClient client;

  DraftStore(JdbcClient client) {
    this.client = client;
  }

  /**
   * What was uploaded or pasted for a table and is not taken over yet.
   *
   * @param source name of the file
   * @param notes what was read in a way worth knowing
   */
  record Proposal(String source, List<String> notes, List<DraftRow> rows) {}

  List<Draft> all() {
    return client.sql("SELECT * FROM draft ORDER BY date DESC, id").query(DraftStore::draft).list();
  }

  Optional<Draft> find(String id) {
    return client
        .sql("SELECT * FROM draft WHERE id = :id")
        .param("id", id)
        .query(DraftStore::draft)
        .optional();
  }

  private static Draft draft(ResultSet row, int no) throws SQLException {
    return new Draft(
        row.getString("id"),
        row.getInt("tenant"),
        new Draft.Facts(
            row.getObject("date", LocalDate.class),
            row.getBoolean("rehearsal"),
            row.getString("title"),
            row.getString("subtitle"),
            row.getString("ledger"),
            row.getString("source")),
        row.getLong("version"),
        row.getBoolean("opened"));
  }

  void insert(String id, int tenant, Draft.Content content) {
    client
        .sql(
            """
            INSERT INTO draft (id, tenant, date, rehearsal, title, subtitle, ledger, source, outlines)
            VALUES (:id, :tenant, :date, :rehearsal, :title, :subtitle, :ledger, :source, :outlines)
            """)
        .param("id", id)
        .param("tenant", tenant)
        .params(params(content.facts()))
        .param("outlines", content.outlines().orElse(null))
        .update();
    content.sheets().forEach((sheet, rows) -> append(id, sheet, rows));
  }

  private static Map<String, Object> params(Draft.Facts facts) {
    return Map.of(
        "date", facts.date(),
        "rehearsal", facts.rehearsal(),
        "title", facts.title(),
        "subtitle", facts.subtitle(),
        "ledger", facts.ledger(),
        "source", facts.source());
  }

  void update(String id, Draft.Facts facts) {
    client
        .sql(
            """
            UPDATE draft SET date = :date, rehearsal = :rehearsal, title = :title,
              subtitle = :subtitle, ledger = :ledger, source = :source WHERE id = :id
            """)
        .param("id", id)
        .params(params(facts))
        .update();
  }

  /** Locks the draft until the transaction ends, and counts the change; false if it is frozen. */
  boolean touch(String id) {
    return client
            .sql(
                """
                UPDATE draft SET version = version + 1, changed = now()
                WHERE id = :id AND NOT opened
                """)
            .param("id", id)
            .update()
        == 1;
  }

  void setOpened(String id, boolean opened) {
    client
        .sql("UPDATE draft SET opened = :opened, version = version + 1 WHERE id = :id")
        .param("id", id)
        .param("opened", opened)
        .update();
  }

  void delete(String id) {
    client.sql("DELETE FROM draft WHERE id = :id").param("id", id).update();
  }

  Optional<byte[]> outlines(String id) {
    return client
        .sql("SELECT outlines FROM draft WHERE id = :id AND outlines IS NOT NULL")
        .param("id", id)
        .query(byte[].class)
        .optional();
  }

  void putOutlines(String id, Optional<byte[]> outlines) {
    client
        .sql("UPDATE draft SET outlines = :outlines WHERE id = :id")
        .param("id", id)
        .param("outlines", outlines.orElse(null))
        .update();
  }

  Draft.Content content(Draft draft) {
    Map<Sheet, List<DraftRow>> sheets = new EnumMap<>(Sheet.class);
    client
        .sql(
            "SELECT id, sheet, cells FROM draft_row WHERE draft = :draft ORDER BY sheet, place, id")
        .param("draft", draft.id())
        .query(
            (ResultSet row, int _) ->
                sheets
                    .computeIfAbsent(sheet(row.getString("sheet")), _ -> new ArrayList<>())
                    .add(row(row)))
        .list();
    return new Draft.Content(draft.facts(), sheets, outlines(draft.id()));
  }

  private static Sheet sheet(String name) {
    return Sheet.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static String name(Sheet sheet) {
    return sheet.name().toLowerCase(Locale.ROOT);
  }

  private static DraftRow row(ResultSet row) throws SQLException {
    return new DraftRow(row.getLong("id"), cells(row.getString("cells")));
  }

  private static Map<String, String> cells(String json) {
    Map<String, String> cells = new TreeMap<>();
    ((JsonObject) JsonReader.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .members()
        .forEach((column, value) -> cells.put(column, ((JsonString) value).value()));
    return cells;
  }

  private static String json(DraftRow row) {
    JsonValue.Builder object = JsonValue.object();
    row.cells().forEach(object::put);
    return CanonicalJson.text(object.build());
  }

  List<DraftRow> rows(String draft, Sheet sheet) {
    return client
        .sql(
            """
            SELECT id, cells FROM draft_row WHERE draft = :draft AND sheet = :sheet
            ORDER BY place, id
            """)
        .param("draft", draft)
        .param("sheet", name(sheet))
        .query((ResultSet row, int _) -> row(row))
        .list();
  }

  /** How many rows each table has. */
  Map<Sheet, Integer> counts(String draft) {
    Map<Sheet, Integer> counts = new EnumMap<>(Sheet.class);
    client
        .sql("SELECT sheet, count(*) AS n FROM draft_row WHERE draft = :draft GROUP BY sheet")
        .param("draft", draft)
        .query((ResultSet row, int _) -> counts.put(sheet(row.getString("sheet")), row.getInt("n")))
        .list();
    return counts;
  }

  /** Puts rows behind those that are there. */
  void append(String draft, Sheet sheet, List<DraftRow> rows) {
    client
        .sql(
            """
            INSERT INTO draft_row (draft, sheet, place, cells)
            SELECT :draft, :sheet, ordinality + coalesce(
                (SELECT max(place) FROM draft_row WHERE draft = :draft AND sheet = :sheet), 0),
              cells::jsonb
            FROM unnest(:cells::text[]) WITH ORDINALITY AS t(cells, ordinality)
            """)
        .param("draft", draft)
        .param("sheet", name(sheet))
        .param("cells", rows.stream().map(DraftStore::json).toArray(String[]::new))
        .update();
  }

  void replace(String draft, Sheet sheet, List<DraftRow> rows) {
    client
        .sql("DELETE FROM draft_row WHERE draft = :draft AND sheet = :sheet")
        .param("draft", draft)
        .param("sheet", name(sheet))
        .update();
    append(draft, sheet, rows);
  }

  /** Stores the cells of rows that are there. */
  void update(String draft, List<DraftRow> rows) {
    client
        .sql(
            """
            UPDATE draft_row SET cells = new.cells::jsonb
            FROM unnest(:ids::bigint[], :cells::text[]) AS new(id, cells)
            WHERE draft_row.id = new.id AND draft = :draft
            """)
        .param("draft", draft)
        .param("ids", rows.stream().map(DraftRow::id).toArray(Long[]::new))
        .param("cells", rows.stream().map(DraftStore::json).toArray(String[]::new))
        .update();
  }

  void deleteRow(String draft, long row) {
    client
        .sql("DELETE FROM draft_row WHERE draft = :draft AND id = :row")
        .param("draft", draft)
        .param("row", row)
        .update();
  }

  /** Puts the rows of a table into this order. */
  void arrange(String draft, Sheet sheet, List<Long> ids) {
    client
        .sql(
            """
            UPDATE draft_row SET place = new.place
            FROM unnest(:ids::bigint[]) WITH ORDINALITY AS new(id, place)
            WHERE draft_row.id = new.id AND draft = :draft AND sheet = :sheet
            """)
        .param("draft", draft)
        .param("sheet", name(sheet))
        .param("ids", ids.toArray(Long[]::new))
        .update();
  }

  /** Keeps what was sent for a table, or for the map, by its word in addresses. */
  void propose(String draft, String table, Proposal proposal) {
    client
        .sql(
            """
            INSERT INTO draft_proposal (draft, sheet, source, notes, cells)
            VALUES (:draft, :table, :source, :notes::text[], :cells::text[]::jsonb[])
            ON CONFLICT (draft, sheet) DO UPDATE SET
              source = excluded.source, notes = excluded.notes, cells = excluded.cells, at = now()
            """)
        .param("draft", draft)
        .param("table", table)
        .param("source", proposal.source())
        .param("notes", proposal.notes().toArray(String[]::new))
        .param("cells", proposal.rows().stream().map(DraftStore::json).toArray(String[]::new))
        .update();
  }

  Optional<Proposal> proposal(String draft, String table) {
    return client
        .sql(
            """
            SELECT source, notes, cells::text[] AS cells FROM draft_proposal
            WHERE draft = :draft AND sheet = :table
            """)
        .param("draft", draft)
        .param("table", table)
        .query(
            (ResultSet row, int _) ->
                new Proposal(
                    row.getString("source"),
                    List.of((String[]) row.getArray("notes").getArray()),
                    List.of((String[]) row.getArray("cells").getArray()).stream()
                        .map(json -> DraftRow.of(cells(json)))
                        .toList()))
        .optional();
  }

  void dropProposal(String draft, String table) {
    client
        .sql("DELETE FROM draft_proposal WHERE draft = :draft AND sheet = :table")
        .param("draft", draft)
        .param("table", table)
        .update();
  }
}
