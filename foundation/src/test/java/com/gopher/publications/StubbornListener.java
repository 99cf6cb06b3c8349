package com.gopher.publications;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.modulith.events.ApplicationModuleListener;

/** Notes what it hears and fails for as long as a test wants. */
class StubbornListener {

  static final String ID = "test.stubborn";

  private final List<UUID> heard = new CopyOnWriteArrayList<>();
  private volatile boolean failing;

  @ApplicationModuleListener(id = ID)
  public void on(Ping event) {
    heard.add(event.id());
    if (failing) {
      throw new IllegalStateException("not today");
    }
  }

  List<UUID> heard() {
    return heard;
  }

  long timesHeard(UUID id) {
    return heard.stream().filter(id::equals).count();
  }

  void failFromNowOn(boolean failing) {
    this.failing = failing;
  }
}
