package com.gopher.publications;

import java.util.Map;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import org.slf4j.MDC;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Retries, their endpoint and health, and the limits of the listeners' thread pool. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableScheduling
public class PublicationsConfiguration {

  /**
   * A full queue drops the task, not the event: the publication stays in the table and is called up
   * as abandoned. Failing here instead would tell the client that its stored order was refused.
   */
  @Bean
  ThreadPoolTaskExecutorCustomizer keepPublicationsWhenTheQueueIsFull() {
    RejectedExecutionHandler keep = new ThreadPoolExecutor.DiscardPolicy();
    return executor -> executor.setRejectedExecutionHandler(keep);
  }

  /** Listeners work on another thread than the request whose trace their log lines shall have. */
  @Bean
  TaskDecorator keepTheTraceOfTheRequest() {
    return task -> {
      Map<String, String> context = MDC.getCopyOfContextMap();
      return () -> {
        if (context != null) {
          MDC.setContextMap(context);
        }
        try {
          task.run();
        } finally {
          MDC.clear();
        }
      };
    };
  }

  @Bean
  AsyncConfigurer tellOfEachFailedAttempt() {
    var failedAttempts = new FailedAttempts();
    return new AsyncConfigurer() {
      @Override
      public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
        return failedAttempts;
      }
    };
  }

  /** At half of what turns customers away: the news make room for them, not they for the news. */
  @Bean
  InboundPause inboundPause(
      @Qualifier("applicationTaskExecutor") ThreadPoolTaskExecutor listeners,
      @Value("${shop.listener-backlog:100}") int most) {
    return new InboundPause(new ListenerBacklog(listeners, Math.max(1, most / 2)));
  }

  @Bean
  WebMvcConfigurer backlogLimit(
      @Qualifier("applicationTaskExecutor") ThreadPoolTaskExecutor listeners,
      @Value("${shop.listener-backlog:100}") int most) {
    var limit = new BacklogLimit(new ListenerBacklog(listeners, most));
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(limit).addPathPatterns("/api/orders/**");
      }
    };
  }
}
