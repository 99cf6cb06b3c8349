package com.gopher.course.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts a program of the learner's and stays its neighbour in the same process: it can ask the
 * database as the administrator, and as any module in a transaction of that module.
 */
public final class ApplicationHost implements Guest {

  private final Answers answers = new Answers();
  private final AtomicReference<ConfigurableApplicationContext> context = new AtomicReference<>();

  /**
   * @param arguments the class with the main method, then the program's own arguments
   */
  @Override
  public void run(List<String> arguments) {
    try {
      ClassLoader learners = Thread.currentThread().getContextClassLoader();
      var main = Class.forName(arguments.get(0), true, learners).getMethod("main", String[].class);
      String[] own = arguments.subList(1, arguments.size()).toArray(String[]::new);
      SpringApplication.withHook(
          application ->
              new SpringApplicationRunListener() {
                @Override
                public void contextPrepared(ConfigurableApplicationContext prepared) {
                  context.compareAndSet(null, prepared);
                }
              },
          () -> {
            try {
              main.invoke(null, (Object) own);
            } catch (ReflectiveOperationException e) {
              throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
            }
          });
      var environment = context.get().getEnvironment();
      answers.say(
          "ready %s %s"
              .formatted(
                  environment.getRequiredProperty("local.server.port"),
                  environment.getRequiredProperty("local.management.port")));
    } catch (ReflectiveOperationException | RuntimeException e) {
      answers.say("failed " + deepest(e));
    }
  }

  @Override
  public void end() {
    ConfigurableApplicationContext started = context.get();
    if (started != null) {
      started.close();
    }
  }

  private static String deepest(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString();
  }

  @Override
  public void obey(String command) {
    String[] words = command.split(" ", 3);
    switch (words[0]) {
      case "administrator" -> asAdministrator(words[1] + " " + words[2]);
      case "module" -> asModule(words[1], words[2]);
      default -> answers.say("failed There is no command " + words[0]);
    }
  }

  private void asAdministrator(String sql) {
    var environment = context.get().getEnvironment();
    String url = environment.getRequiredProperty("spring.datasource.url");
    try (Connection connection =
        DriverManager.getConnection(
            url,
            environment.getRequiredProperty("spring.datasource.username"),
            password(Path.of(url.replaceFirst("^jdbc:h2:file:", ""))))) {
      Sql.run(sql, connection, answers);
    } catch (SQLException | IOException e) {
      answers.say("refused " + e.getMessage());
    }
  }

  /** The program keeps it beside its database. */
  private static String password(Path database) throws IOException {
    return Files.readString(database.resolveSibling("database-password"));
  }

  /** The transaction's name is how a module is told by those who give it its login. */
  private void asModule(String module, String sql) {
    var jdbc = new JdbcTemplate(context.get().getBean(DataSource.class));
    var transaction =
        new TransactionTemplate(context.get().getBean(PlatformTransactionManager.class));
    transaction.setName(module + ".Probe.look");
    try {
      transaction.executeWithoutResult(status -> jdbc.execute(sql));
      answers.say("done");
    } catch (RuntimeException e) {
      answers.say("refused " + deepest(e));
    }
  }
}
