package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urnengang.office.access.Audit;
import org.urnengang.office.access.AuditCheck;
import org.urnengang.office.access.AuditCheck.Fault;

class AuditTest {
  @TempDir Path data;

  private AuditCheck check(TestOffice office) {
    return Audit.check(data, Optional.of(office.database));
  }

  private TestOffice worked() {
    TestOffice office = TestOffice.start(data);
    office.post(TestOffice.federal("0001/report?release=true"), TestOffice.report(640));
    office.post(
        TestOffice.federal("0001/correction"),
        TestOffice.report(641, ",\"reason\":\"=Zahlendreher\""));
    office.person();
    Await.until("all is chained", () -> check(office).events() >= 4);
    return office;
  }

  private static void tamper(TestOffice office, String sql) {
    TestDatabases.execute(office.database, "SET session_replication_role = replica; " + sql);
  }

  @Test
  void what_was_done_is_told_in_sentences_found_and_exported() {
    try (TestOffice office = worked()) {
      assertThat(office.get("/protokoll").body())
          .contains(
              "Testprogramm gibt Bezirk 0001",
              "B 640 → 641",
              "Grund: =Zahlendreher",
              "Anna Beispiel richtet den Zugang mit Kennwort und Einmalcode ein.",
              "Anna Beispiel meldet sich mit Kennwort und Einmalcode an.");
      assertThat(office.get("/protokoll?art=correction").body())
          .contains("B 640 → 641")
          .doesNotContain("richtet den Zugang");
      assertThat(office.get("/protokoll?suche=ANNA&von=2000-01-01").body())
          .contains("Anna Beispiel")
          .doesNotContain("B 640");
      assertThat(office.get("/protokoll?bis=2000-01-01").body()).contains("Kein Eintrag passt");
      assertThat(office.get("/protokoll.csv?art=correction").body())
          .startsWith("nummer;zeitpunkt;")
          .contains("2017-09-24-probe;bundestagswahl;05999004-0001;");
    }
  }

  @Test
  void events_are_neither_changed_nor_deleted() {
    try (TestOffice office = worked()) {
      for (String sql :
          List.of(
              "UPDATE audit SET sentence = 'x'",
              "UPDATE audit SET number = 99 WHERE number = 1",
              "DELETE FROM audit",
              "TRUNCATE audit")) {
        assertThatThrownBy(() -> TestDatabases.execute(office.database, sql))
            .as(sql)
            .hasRootCauseMessage(
                "ERROR: the audit trail is append-only\n"
                    + "  Where: PL/pgSQL function audit_is_append_only() line 8 at RAISE");
      }
      assertThat(check(office).faults()).isEmpty();
    }
  }

  @Test
  void each_way_to_tamper_is_found() {
    Map<String, Fault> faults = new HashMap<>();
    faults.put("UPDATE audit SET sentence = 'x' WHERE number = 2", new Fault.Changed(2));
    faults.put("UPDATE audit SET at = at + interval '1 s' WHERE number = 1", new Fault.Changed(1));
    faults.put("DELETE FROM audit WHERE number = 2", new Fault.Gap(2, 2));
    faults.put("UPDATE audit SET hash = sha256('x') WHERE number = 1", new Fault.Changed(1));
    try (TestOffice office = worked()) {
      faults.forEach(
          (sql, fault) -> {
            TestDatabases.execute(
                office.database, "DROP TABLE IF EXISTS kept; CREATE TABLE kept AS TABLE audit");
            tamper(office, sql);
            assertThat(check(office).faults()).as(sql).contains(fault);
            tamper(
                office,
                "DELETE FROM audit; INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM kept");
            assertThat(check(office).faults()).as("restored after " + sql).isEmpty();
          });
      long last = check(office).events();
      tamper(office, "DELETE FROM audit WHERE number = " + last);
      assertThat(check(office).faults()).containsExactly(new Fault.CutOff(last - 1, last));
    }
  }
}
