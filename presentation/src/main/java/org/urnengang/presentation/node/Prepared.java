package org.urnengang.presentation.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urnengang.presentation.follow.FollowedDays;
import org.urnengang.presentation.node.Reply.Header;
import org.urnengang.presentation.node.Reply.Status;

/** A document or file with every answer that can be given about it. */
final class Prepared {
  private static final Remembered<String, Accepted> ACCEPTED = new Remembered<>(Accepted::of);

  private final String hash;
  private final Answer plain;
  private final Optional<Answer> gzip;
  private final Optional<Answer> brotli;

  /** How long an answer may be kept. */
  enum Keeping {
    BRIEFLY("public, max-age=1"),
    FOR_EVER("public, max-age=31536000, immutable");

    private final String header;

    Keeping(String header) {
      this.header = header;
    }

    /** What is signed never changes, but a rehearsal may begin anew under the same address. */
    static Keeping ofSigned(String day) {
      return FollowedDays.isRehearsal(day) ? BRIEFLY : FOR_EVER;
    }

    String header() {
      return header;
    }
  }

  /** One encoding: for who does not have it, and for who has it already. */
  private record Answer(Reply whole, Reply known) {}

  private Prepared(String hash, Answer plain, Optional<Answer> gzip, Optional<Answer> brotli) {
    this.hash = hash;
    this.plain = plain;
    this.gzip = gzip;
    this.brotli = brotli;
  }

  /** What is found at its address. */
  static Prepared found(
      Encoded body, String mediaType, Optional<String> lastModified, Keeping keeping) {
    return found(body, mediaType, lastModified, keeping, false);
  }

  /** The same, and whether others may show it within their pages. */
  static Prepared found(
      Encoded body,
      String mediaType,
      Optional<String> lastModified,
      Keeping keeping,
      boolean framed) {
    return of(Status.OK, body, mediaType, lastModified, keeping, Answers.always(framed));
  }

  /** What stands where nothing is. */
  static Prepared missing(Encoded body, String mediaType) {
    return of(Status.NOT_FOUND, body, mediaType, Optional.empty(), Keeping.BRIEFLY, Answers.ALWAYS);
  }

  private static Prepared of(
      Status status,
      Encoded body,
      String mediaType,
      Optional<String> lastModified,
      Keeping keeping,
      List<Header> always) {
    List<Header> common = new ArrayList<>(always);
    common.add(new Header("content-type", mediaType));
    common.add(new Header("cache-control", keeping.header));
    common.add(new Header("vary", "Accept-Encoding"));
    lastModified.ifPresent(at -> common.add(new Header("last-modified", at)));
    Builder builder = new Builder(status, body.hash(), common);
    return new Prepared(
        body.hash(),
        builder.answer(body.plain(), "", ""),
        body.gzip().map(bytes -> builder.answer(bytes, "gzip", "-gz")),
        body.brotli().map(bytes -> builder.answer(bytes, "br", "-br")));
  }

  private record Builder(Status status, String hash, List<Header> common) {
    Answer answer(byte[] body, String encoding, String suffix) {
      List<Header> known = new ArrayList<>(common);
      known.add(new Header("etag", '"' + hash + suffix + '"'));
      List<Header> whole = new ArrayList<>(known);
      if (!encoding.isEmpty()) {
        whole.add(new Header("content-encoding", encoding));
      }
      whole.add(new Header("content-length", Integer.toString(body.length)));
      return new Answer(
          new Reply(status, whole, body), new Reply(Status.NOT_MODIFIED, known, new byte[0]));
    }
  }

  /** The answer in the encoding that the reader likes best, or that the reader has it already. */
  Reply reply(@Nullable String acceptEncoding, @Nullable String ifNoneMatch) {
    Accepted accepted = acceptEncoding == null ? Accepted.NOTHING : ACCEPTED.of(acceptEncoding);
    Answer chosen = plain;
    if (brotli.isPresent() && accepted.brotli()) {
      chosen = brotli.get();
    } else if (gzip.isPresent() && accepted.gzip()) {
      chosen = gzip.get();
    }
    boolean known = ifNoneMatch != null && ifNoneMatch.contains(hash);
    return known && chosen.whole().status() == Status.OK.code() ? chosen.known() : chosen.whole();
  }

  /** The encodings that a reader takes: named, and not with the weight 0. */
  private record Accepted(boolean gzip, boolean brotli) {
    static final Accepted NOTHING = new Accepted(false, false);

    static Accepted of(String header) {
      return new Accepted(names(header, "gzip"), names(header, "br"));
    }

    private static boolean names(String header, String encoding) {
      for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
        String[] weighed = part.strip().split(";");
        if (weighed[0].strip().equals(encoding)) {
          return weighed.length == 1 || !weighed[1].strip().matches("q=0(\\.0*)?");
        }
      }
      return false;
    }
  }
}
