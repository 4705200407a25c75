package org.urnengang.office;

import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.urnengang.office.platform.Database;
import org.urnengang.office.platform.Texts;
import org.urnengang.web.Assets;

/** Wires the web side of the office; everything it stands on is there before. */
@SpringBootApplication(proxyBeanMethods = false)
class OfficeApplication {
  @Bean(destroyMethod = "")
  DataSource dataSource(Database database) {
    return database.dataSource();
  }

  @Bean
  JdbcClient jdbcClient(DataSource source) {
    return JdbcClient.create(source);
  }

  @Bean
  TransactionOperations transaction(PlatformTransactionManager manager) {
    return new TransactionTemplate(manager);
  }

  @Bean
  Assets assets() {
    return Assets.load();
  }

  @Bean
  Texts texts() {
    return Texts.in(Locale.GERMAN);
  }
}
