package com.gopher.gateway;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * A moment that lasts no time otherwise: Tomcat has received the beginning of a request and says so
 * to its log, by the thread that then goes on with it.
 */
final class TomcatsInput extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private static final String CLASS = "org.apache.coyote.http11.Http11InputBuffer";

  private final Logger logger = (Logger) LoggerFactory.getLogger(CLASS);
  private final Runnable then;

  TomcatsInput(Runnable then) {
    this.then = then;
    logger.setLevel(Level.TRACE);
    logger.setAdditive(false);
    logger.addAppender(this);
    start();
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getMessage().startsWith("Received [")) {
      then.run();
    }
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setAdditive(true);
    logger.setLevel(null);
    stop();
  }
}
