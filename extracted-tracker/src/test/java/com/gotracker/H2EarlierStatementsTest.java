package com.gotracker;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class H2EarlierStatementsTest extends EarlierStatementsTests {

  @Override
  DataSource database() {
    return new DriverManagerDataSource(
        "jdbc:h2:mem:earlier-statements;DB_CLOSE_DELAY=-1", "sa", "");
  }

  @Override
  String schema() {
    return "TRACKER";
  }
}
