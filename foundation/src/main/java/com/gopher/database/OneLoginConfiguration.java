package com.gopher.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One {@link DataSource} with one login, the administrator's: nothing is refused to anybody. */
@Configuration(proxyBeanMethods = false)
class OneLoginConfiguration {

  @Bean
  HikariDataSource dataSource(
      Database database, Schemas schemas, Durability durability, Pools pools) {
    try {
      durability.ensure();
      new SchemaSetup(database, schemas).byTheAdministrator();
    } catch (SQLException e) {
      throw database.cannotOpen(e);
    }
    return pools.of(database.username(), database.password());
  }
}
