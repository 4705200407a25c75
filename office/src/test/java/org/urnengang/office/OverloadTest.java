package org.urnengang.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverloadTest {
  private static final int MORE_THAN_CAN_WAIT = 2_300;

  @TempDir Path data;

  @Test
  void what_cannot_wait_is_sent_back_and_what_waits_is_served() throws Exception {
    List<Socket> clients = new ArrayList<>();
    try (TestOffice office = TestOffice.start(data);
        Connection blocker = DriverManager.getConnection(office.database);
        Statement statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.execute("LOCK TABLE counted_district IN ACCESS EXCLUSIVE MODE");
      for (int i = 0; i < MORE_THAN_CAN_WAIT; i++) {
        clients.add(send(office, i));
      }
      Await.until("some are sent back", () -> clients.stream().anyMatch(OverloadTest::isAnswered));
      blocker.rollback();
      List<String> statuses = new ArrayList<>();
      for (Socket client : clients) {
        statuses.add(status(client));
      }
      assertThat(statuses).containsOnly("201", "409", "503").containsOnlyOnce("201");
      assertThat(statuses.stream().filter("409"::equals).count()).isGreaterThanOrEqualTo(1_999);
      assertThat(
              office.post(TestOffice.federal("0002/report"), TestOffice.report(640)).statusCode())
          .isEqualTo(201);
    } finally {
      for (Socket client : clients) {
        client.close();
      }
    }
  }

  private static Socket send(TestOffice office, int number) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), office.office.port());
    String body = TestOffice.report(640);
    String request =
        String.join(
            "\r\n",
            "POST " + TestOffice.federal("0001/report") + " HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer " + office.token,
            "Idempotency-Key: " + number,
            "Rehearsal-Time: " + TestOffice.AFTER_CLOSE,
            "Content-Length: " + body.length(),
            "",
            body);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  private static boolean isAnswered(Socket client) {
    try {
      return client.getInputStream().available() > 0;
    } catch (IOException e) {
      return true;
    }
  }

  private static String status(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    String status = in.readLine().split(" ", -1)[1];
    if (status.equals("503")) {
      assertThat(in.lines().takeWhile(line -> !line.isEmpty()).toList()).contains("Retry-After: 1");
    }
    return status;
  }
}
