package com.gopher.failfast;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.scheduling.support.TaskUtils;
import org.springframework.util.ErrorHandler;

/**
 * A process that relays or takes in ends on an {@link Error}, also on one of its clocks: whatever
 * starts it again is better at that than the process itself.
 */
@AutoConfiguration
@Conditional(FailFastAutoConfiguration.RelaysOrTakesIn.class)
public class FailFastAutoConfiguration {

  /** Who does neither keeps the framework's ways. */
  static final class RelaysOrTakesIn extends AnyNestedCondition {

    RelaysOrTakesIn() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnProperty(name = "outbox.enabled", havingValue = "true")
    static final class Relays {}

    @ConditionalOnProperty(name = "inbound.enabled", havingValue = "true")
    static final class TakesIn {}
  }

  @Bean
  @ConditionalOnMissingBean
  ProcessEnd processEnd() {
    return new OrderlyEnd();
  }

  @Bean
  FailFast lastResort(ApplicationContext application, ProcessEnd end) {
    return new FailFast(application, end);
  }

  /** The scheduler would log an error, and call the same task again. */
  @Bean
  ThreadPoolTaskSchedulerCustomizer errorsOfScheduledTasksEndTheProcess(FailFast lastResort) {
    ErrorHandler goOn = TaskUtils.LOG_AND_SUPPRESS_ERROR_HANDLER;
    return scheduler ->
        scheduler.setErrorHandler(
            failure -> {
              if (failure instanceof Error error) {
                lastResort.end("A scheduled task", error);
              } else {
                goOn.handleError(failure);
              }
            });
  }
}
