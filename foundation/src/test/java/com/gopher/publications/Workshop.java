package com.gopher.publications;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Notes which steps of a job were done, each time that one is. */
class Workshop {

  private final JdbcClient jdbc;

  Workshop(JdbcClient jdbc) {
    this.jdbc = jdbc;
    jdbc.sql("CREATE TABLE IF NOT EXISTS events.step (job UUID, name VARCHAR(20))").update();
  }

  @Transactional
  public void first(UUID job) {
    note(job, "first");
  }

  @Transactional
  @CompletesPublication
  public void last(UUID job) {
    note(job, "last");
  }

  @Transactional
  public void unmarked(UUID job) {
    note(job, "last");
  }

  List<String> stepsOf(UUID job) {
    return jdbc.sql("SELECT name FROM events.step WHERE job = :job ORDER BY name")
        .param("job", job)
        .query(String.class)
        .list();
  }

  private void note(UUID job, String name) {
    jdbc.sql("INSERT INTO events.step (job, name) VALUES (:job, :name)")
        .param("job", job)
        .param("name", name)
        .update();
  }
}
