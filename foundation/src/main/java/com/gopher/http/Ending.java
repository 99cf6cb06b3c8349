package com.gopher.http;

import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** True from the moment at which the application begins to end. */
final class Ending implements ApplicationListener<ContextClosedEvent>, BooleanSupplier {

  private final ApplicationContext application;
  private volatile boolean begun;

  Ending(ApplicationContext application) {
    this.application = application;
  }

  /** Of a context inside the application's, such as the management port's, the end says nothing. */
  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    begun |= event.getApplicationContext() == application;
  }

  @Override
  public boolean getAsBoolean() {
    return begun;
  }
}
