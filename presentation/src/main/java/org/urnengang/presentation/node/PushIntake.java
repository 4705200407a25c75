package org.urnengang.presentation.node;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.EntryBundle;
import org.urnengang.ledger.log.LogException;
import org.urnengang.ledger.log.VerificationKey;
import org.urnengang.presentation.follow.Answer;
import org.urnengang.presentation.follow.Answer.Accepted;
import org.urnengang.presentation.follow.Answer.Missing;
import org.urnengang.presentation.follow.Answer.Refused;
import org.urnengang.presentation.follow.FollowedDays;

/**
 * Takes entries that are pushed, described in {@code docs/public-data.md}. The signature in front
 * is checked before the rest is read, so that nobody without the key can fill the memory.
 */
final class PushIntake {
  private static final Logger LOG = System.getLogger(PushIntake.class.getName());
  private static final int LONGEST_NOTE = 16 << 10;
  private static final long LARGEST_BODY = 256L << 20;
  private static final long PATIENCE = 120_000;
  private static final int AT_ONCE = 2;

  private final FollowedDays days;
  private final Answers answers;
  private final Vertx vertx;
  private final Semaphore free = new Semaphore(AT_ONCE);

  PushIntake(FollowedDays days, Answers answers, Vertx vertx) {
    this.days = days;
    this.answers = answers;
    this.vertx = vertx;
  }

  void take(HttpServerRequest request, String day) {
    Optional<VerificationKey> key = days.keyOf(day);
    if (key.isEmpty()) {
      refuse(request, 403, "Für diesen Wahltag ist hier kein Schlüssel eingetragen.");
    } else if (!free.tryAcquire()) {
      request.response().putHeader("Retry-After", "1");
      refuse(request, 503, "Es wird schon geschoben.");
    } else {
      new Push(request, key.get()).read();
    }
  }

  /** The body is not read to its end, so the connection cannot be used again. */
  private void refuse(HttpServerRequest request, int status, String text) {
    if (request.version() == HttpVersion.HTTP_1_1) {
      request.response().putHeader("Connection", "close");
    }
    answers.text(request, status, text + '\n');
  }

  /** One push: a head with the checkpoint, then the entries. */
  private final class Push {
    private final HttpServerRequest request;
    private final VerificationKey key;
    private final Buffer body = Buffer.buffer();
    private final long timer;
    private Optional<Head> head = Optional.empty();
    private boolean done;

    Push(HttpServerRequest request, VerificationKey key) {
      this.request = request;
      this.key = key;
      this.timer = vertx.setTimer(PATIENCE, _ -> end(408, "Das dauert zu lange."));
    }

    void read() {
      request.exceptionHandler(_ -> release());
      request.handler(this::append);
      request.endHandler(_ -> accept());
    }

    private void append(Buffer part) {
      if (done) {
        return;
      }
      body.appendBuffer(part);
      try {
        if (head.isEmpty()) {
          head = Head.read(body);
          head.ifPresent(read -> Checkpoint.open(read.note(), key));
        }
      } catch (LogException e) {
        end(403, String.valueOf(e.getMessage()));
      } catch (IllegalArgumentException e) {
        end(400, String.valueOf(e.getMessage()));
      }
      if (body.length() > LARGEST_BODY) {
        end(413, "Das sind zu viele Einträge auf einmal.");
      }
    }

    private void accept() {
      if (done) {
        return;
      }
      if (head.isEmpty()) {
        end(400, "Der Anfang ist unvollständig.");
        return;
      }
      vertx
          .executeBlocking(() -> give(head.get()), false)
          .onSuccess(this::reply)
          .onFailure(this::fail);
    }

    private Answer give(Head read) {
      List<byte[]> entries = read.entries(body);
      return days.accept(key, read.note(), read.from(), entries);
    }

    private void reply(Answer answer) {
      switch (answer) {
        case Accepted(long size) -> end(200, Long.toString(size));
        case Missing(long size) -> end(409, Long.toString(size));
        case Refused(String why) -> end(403, why);
      }
    }

    private void fail(Throwable failure) {
      if (failure instanceof IllegalArgumentException) {
        end(400, String.valueOf(failure.getMessage()));
      } else {
        LOG.log(Level.ERROR, "a push could not be stored", failure);
        end(503, "Das konnte nicht gespeichert werden.");
      }
    }

    private void end(int status, String text) {
      if (done) {
        return;
      }
      release();
      if (status == 200 || status == 409) {
        answers.text(request, status, text + '\n');
      } else {
        refuse(request, status, text);
      }
    }

    private void release() {
      if (!done) {
        done = true;
        vertx.cancelTimer(timer);
        free.release();
      }
    }
  }

  /**
   * What stands before the entries.
   *
   * @param from index of the first entry
   * @param note signed checkpoint
   * @param end where the entries begin
   */
  private record Head(long from, String note, int end) {
    private static final int FIXED = 12;

    /** The head, empty while it is not complete. */
    static Optional<Head> read(Buffer body) {
      if (body.length() < FIXED) {
        return Optional.empty();
      }
      long from = body.getLong(0);
      int length = body.getInt(8);
      if (from < 0 || length < 0 || length > LONGEST_NOTE) {
        throw new IllegalArgumentException("Der Anfang ist kein Index mit einem Prüfpunkt.");
      }
      return body.length() < FIXED + length
          ? Optional.empty()
          : Optional.of(
              new Head(from, body.getString(FIXED, FIXED + length, "UTF-8"), FIXED + length));
    }

    List<byte[]> entries(Buffer body) {
      List<byte[]> entries = new ArrayList<>();
      int at = end;
      while (at < body.length()) {
        int length =
            at + 2 <= body.length() ? body.getUnsignedShort(at) : EntryBundle.LONGEST_ENTRY;
        at += 2;
        if (at + length > body.length()) {
          throw new IllegalArgumentException("Die Einträge brechen mittendrin ab.");
        }
        entries.add(body.getBytes(at, at + length));
        at += length;
      }
      return entries;
    }
  }
}
