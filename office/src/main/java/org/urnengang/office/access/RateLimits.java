package org.urnengang.office.access;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import java.util.HexFormat;
import javax.sql.DataSource;

/** How often something may be tried. The counts lie in the database, so they hold across nodes. */
final class RateLimits {
  private final ProxyManager<String> buckets;

  RateLimits(DataSource source) {
    buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(source)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("rate_limit")
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    Duration.ofMinutes(1)))
            .build();
  }

  /** What is limited, in attempts within ten minutes. */
  enum Limit {
    /** Attempts for one log-in name. */
    LOG_IN(10),
    /** Attempts from one address; a town hall may be one. */
    ADDRESS(100),
    /** Confirmations by one person. */
    CONFIRM(10);

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final BucketConfiguration configuration;

    Limit(int attempts) {
      configuration =
          BucketConfiguration.builder()
              .addLimit(
                  Bandwidth.builder()
                      .capacity(attempts)
                      .refillGreedy(attempts, Duration.ofMinutes(10))
                      .build())
              .build();
    }
  }

  /** Takes an attempt; false if there is none left for now. */
  boolean take(Limit limit, String key) {
    String id = limit + ":" + HexFormat.of().formatHex(Words.sha256(key));
    return buckets.builder().build(id, () -> limit.configuration).tryConsume(1);
  }
}
