package com.gopher.failfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Who ends a process, and who does not. */
class FailFastTest {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class))
          .withUserConfiguration(SwitchedOn.class);

  @EnableFailFast
  private static final class SwitchedOn {}

  @Test
  void aScheduledTaskThatMeetsAnErrorEndsTheProcess() {
    application
        .withUserConfiguration(OutOfItsMind.class)
        .run(
            context -> {
              Ended ended = context.getBean(Ended.class);
              await().until(() -> ended.statuses.contains(70));
            });
  }

  @Test
  void withoutTheSwitchTheFrameworksWaysStay() {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class))
        .run(context -> assertThat(context).doesNotHaveBean(FailFast.class));
  }

  @Test
  void aScheduledTaskThatFailsIsCalledAgain() {
    application
        .withUserConfiguration(Unlucky.class)
        .run(
            context -> {
              await().until(() -> context.getBean(Unlucky.class).calls.get() > 2);
              assertThat(context.getBean(Ended.class).statuses).isEmpty();
            });
  }

  /** Notes the exit statuses with which the process would have ended. */
  static class Ended implements ProcessEnd {

    final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

    @Override
    public void now(int status) {
      statuses.add(status);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  static class Ending {

    @Bean
    Ended processEnd() {
      return new Ended();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OutOfItsMind extends Ending {

    @Scheduled(fixedDelay = 10)
    void tick() {
      throw new StackOverflowError("planted by the test");
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Unlucky extends Ending {

    final AtomicInteger calls = new AtomicInteger();

    @Scheduled(fixedDelay = 10)
    void tick() {
      calls.incrementAndGet();
      throw new IllegalStateException("planted by the test");
    }
  }
}
