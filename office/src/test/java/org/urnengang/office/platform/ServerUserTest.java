package org.urnengang.office.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerUserTest {
  @TempDir Path data;

  @Test
  void whoever_is_not_root_runs_the_database_too() {
    assertThat(ServerUser.find("wahlamt", List.of())).isEqualTo(ServerUser.SELF);
  }

  @Test
  void where_root_has_no_way_the_refusal_names_what_is_needed() {
    ServerUser absent = new ServerUser(List.of("no-such-program"), Optional.empty());
    ServerUser forbidden = new ServerUser(List.of("false"), Optional.empty());
    assertThatThrownBy(() -> ServerUser.find("root", List.of(absent, forbidden)))
        .isInstanceOf(OfficeRefused.class)
        .hasMessageContainingAll("unshare --user", "CAP_SETUID", "CAP_DAC_OVERRIDE", "--user 1000");
  }

  @Test
  void root_may_start_the_database_even_where_name_spaces_are_forbidden() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root needs another user");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    try (DataFolder folder = DataFolder.take(data);
        OwnPostgres server = OwnPostgres.start(folder, ServerUser.UNPRIVILEGED);
        Connection connection = DriverManager.getConnection(server.address())) {
      assertThat(connection.isValid(5)).isTrue();
      assertThat(Files.getOwner(data.resolve("postgres/PG_VERSION")).getName())
          .isNotEqualTo("root");
    }
    try (DataFolder folder = DataFolder.take(data);
        OwnPostgres server = OwnPostgres.start(folder, ServerUser.find())) {
      assertThat(server.address()).contains("127.0.0.1");
    }
  }
}
