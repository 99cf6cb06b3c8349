package com.gopher.publications;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Collectors;
import org.slf4j.MDC;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.task.TaskDecorator;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.event.TransactionalApplicationListener;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Retries, their endpoint and health, and the limits of the listeners' thread pool. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicationsProperties.class)
@EnableScheduling
class PublicationsConfiguration {

  @Bean
  static CompletionPostProcessor completionPostProcessor(
      ObjectProvider<ListenerCalls> calls, ObjectProvider<FinishedPublications> finished) {
    return new CompletionPostProcessor(
        new CompletionWithTheEffect(calls::getObject, finished::getObject));
  }

  @Bean
  ListenerCalls listenerCalls() {
    return new ListenerCalls();
  }

  @Bean
  FinishedPublications finishedPublications(
      JdbcOperations jdbc, @Value("${spring.modulith.events.jdbc.schema}") String schema) {
    return new FinishedPublications(jdbc, schema);
  }

  /** Spring Modulith has a registry and a repository as beans already; these are used instead. */
  @Bean
  @Primary
  PublicationRows publicationRows(
      @Qualifier("jdbcEventPublicationRepository") EventPublicationRepository modulith,
      JdbcOperations jdbc,
      EventSerializer serializer,
      ListenerCalls calls,
      FinishedPublications finished,
      @Value("${spring.modulith.events.jdbc.schema}") String schema) {
    return new PublicationRows(modulith, jdbc, serializer, calls, finished, schema);
  }

  @Bean
  @Primary
  BatchingRegistry batchingRegistry(PublicationRows rows, Clock clock) {
    return new BatchingRegistry(rows, clock);
  }

  @Bean
  PublicationQueue publicationQueue(
      JdbcClient jdbc, @Value("${spring.modulith.events.jdbc.schema}") String schema) {
    return new PublicationQueue(jdbc, schema);
  }

  @Bean
  UnreadableEvents unreadableEvents(
      PublicationQueue queue, EventSerializer serializer, AbstractApplicationContext application) {
    return new UnreadableEvents(queue, new Readability(serializer, () -> listenersOf(application)));
  }

  private static Set<String> listenersOf(AbstractApplicationContext application) {
    return application.getApplicationListeners().stream()
        .filter(TransactionalApplicationListener.class::isInstance)
        .map(listener -> ((TransactionalApplicationListener<?>) listener).getListenerId())
        .collect(Collectors.toSet());
  }

  @Bean
  PublicationRetry publicationRetry(
      FinishedPublications finished,
      PublicationQueue queue,
      UnreadableEvents unreadable,
      FailedEventPublications failed,
      Clock clock) {
    return new PublicationRetry(finished, queue, unreadable, failed, clock);
  }

  @Bean
  PublicationsEndpoint publicationsEndpoint(
      PublicationQueue queue, UnreadableEvents unreadable, Clock clock) {
    return new PublicationsEndpoint(queue, unreadable, clock);
  }

  @Bean
  PublicationsHealthIndicator publicationsHealthIndicator(
      PublicationQueue queue, UnreadableEvents unreadable, PublicationsProperties properties) {
    return new PublicationsHealthIndicator(queue, unreadable, properties.advice());
  }

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
  AsyncConfigurer logFailedAttempts(ObjectProvider<Clock> clock) {
    var failedAttempts = new FailedAttempts(clock.getIfAvailable(Clock::systemUTC));
    return new AsyncConfigurer() {
      @Override
      public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
        return failedAttempts;
      }
    };
  }

  /** At half of what turns clients away: records that wait in Kafka make room for them. */
  @Bean
  InboundPause inboundPause(
      @Qualifier("applicationTaskExecutor") ThreadPoolTaskExecutor listeners,
      PublicationsProperties properties) {
    return new InboundPause(
        new ListenerBacklog(listeners, Math.max(1, properties.listenerBacklog() / 2)));
  }

  @Bean
  WebMvcConfigurer backlogLimit(
      @Qualifier("applicationTaskExecutor") ThreadPoolTaskExecutor listeners,
      PublicationsProperties properties) {
    var limit =
        new BacklogLimit(
            new ListenerBacklog(listeners, properties.listenerBacklog()),
            properties.heldBackDetail());
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        // An empty list of paths would mean all of them.
        if (!properties.heldBack().isEmpty()) {
          registry.addInterceptor(limit).addPathPatterns(properties.heldBack());
        }
      }
    };
  }
}
