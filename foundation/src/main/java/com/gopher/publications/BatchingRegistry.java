package com.gopher.publications;

import java.time.Clock;
import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.modulith.events.core.DefaultEventPublicationRegistry;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;

/** Spring Modulith's registry, which stores the publications of one event together. */
class BatchingRegistry extends DefaultEventPublicationRegistry {

  private final PublicationRows rows;

  BatchingRegistry(PublicationRows rows, Clock clock) {
    super(rows, clock);
    this.rows = rows;
  }

  @Override
  public Collection<TargetEventPublication> store(
      Object event, Stream<PublicationTargetIdentifier> listeners) {
    return rows.together(event, () -> super.store(event, listeners));
  }

  /** It lists what is unfinished; Spring Modulith's own, which is there as well, does so. */
  @Override
  public void destroy() {}
}
