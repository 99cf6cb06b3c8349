package com.gopher.failfast;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.support.TaskUtils;
import org.springframework.util.ErrorHandler;

/** An {@link Error} ends the process, also on one of its clocks. */
@Configuration(proxyBeanMethods = false)
class FailFastConfiguration {

  @Bean
  FailFast failFast(ApplicationContext application, ObjectProvider<ProcessEnd> end) {
    return new FailFast(application, end.getIfAvailable(ProcessEnd::orderly));
  }

  /** The scheduler would log an error, and call the same task again. */
  @Bean
  ThreadPoolTaskSchedulerCustomizer errorsOfScheduledTasksEndTheProcess(FailFast failFast) {
    ErrorHandler goOn = TaskUtils.LOG_AND_SUPPRESS_ERROR_HANDLER;
    return scheduler ->
        scheduler.setErrorHandler(
            failure -> {
              if (failure instanceof Error error) {
                failFast.end("A scheduled task", error);
              } else {
                goOn.handleError(failure);
              }
            });
  }
}
