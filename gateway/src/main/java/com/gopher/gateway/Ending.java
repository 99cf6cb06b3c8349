package com.gopher.gateway;

import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/** True from the moment at which the gateway begins to end. */
@Component
final class Ending implements ApplicationListener<ContextClosedEvent>, BooleanSupplier {

  private final ApplicationContext gateway;
  private volatile boolean begun;

  Ending(ApplicationContext gateway) {
    this.gateway = gateway;
  }

  /** Of a context inside the gateway's, the end says nothing. */
  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    begun |= event.getApplicationContext() == gateway;
  }

  @Override
  public boolean getAsBoolean() {
    return begun;
  }
}
