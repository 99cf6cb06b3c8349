package com.gophershop;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.springframework.context.event.EventListener;

/** Hears every event that a module publishes, also one whose transaction is rolled back later. */
public class EventLog {
  private final Queue<Object> events = new ConcurrentLinkedQueue<>();

  @EventListener
  void on(Record event) {
    events.add(event);
  }

  public <T> List<T> published(Class<T> type, Predicate<T> which) {
    return events.stream().filter(type::isInstance).map(type::cast).filter(which).toList();
  }
}
