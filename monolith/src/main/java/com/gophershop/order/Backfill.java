package com.gophershop.order;

import com.gophershop.ConditionalOnMessaging;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Announces the orders whose present state was never announced, those of a castle above all: the
 * oldest first, in chunks. A chunk locks its orders, stores them in the outbox and notes it, in one
 * transaction: so a change of one of them is announced before or behind it and never between, and a
 * process that is killed leaves a chunk done or not begun.
 *
 * <p>The job is a row that each chunk locks: several shops on one database share its work and its
 * rate.
 */
@Service
@ConditionalOnMessaging
class Backfill {

  private final BackfillJobs jobs;
  private final AnnouncedOrders announced;
  private final Orders orders;
  private final RepeatedAnnouncement announcement;
  private final Clock clock;

  Backfill(
      BackfillJobs jobs,
      AnnouncedOrders announced,
      Orders orders,
      RepeatedAnnouncement announcement,
      Clock clock) {
    this.jobs = jobs;
    this.announced = announced;
    this.orders = orders;
    this.announcement = announcement;
    this.clock = clock;
  }

  /** Starts it, or lets it go on after a stop; one that runs gets this rate. */
  @Transactional
  public void start(int rate) {
    jobs.store(jobs.lock().started(rate, clock.instant()));
  }

  /** One that does not run is left as it is. */
  @Transactional
  public void stop() {
    jobs.store(jobs.lock().stopped(clock.instant()));
  }

  @Transactional(readOnly = true)
  public boolean isRunning() {
    return jobs.read().isRunning();
  }

  @Transactional(readOnly = true)
  public BackfillProgress progress() {
    BackfillJob job = jobs.read();
    return new BackfillProgress(job, announced.countBehind(job.last()));
  }

  /**
   * Announces the next orders, if it is time.
   *
   * @return after which time the next chunk may be due; empty if the job does not run
   */
  @Transactional
  public Optional<Duration> chunk() {
    BackfillJob job = jobs.lock();
    if (!job.isRunning()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Duration wait = job.untilDue(now);
    if (!wait.isZero()) {
      return Optional.of(wait);
    }
    List<UUID> behind = announced.behind(job.last(), job.chunk());
    BackfillJob after =
        behind.isEmpty()
            ? job.searched(now)
            : job.announced(behind.get(behind.size() - 1), announce(behind), now);
    jobs.store(after);
    return after.isRunning() ? Optional.of(after.untilDue(now)) : Optional.empty();
  }

  private int announce(List<UUID> behind) {
    List<UUID> locked = announced.lock(behind);
    if (!locked.isEmpty()) {
      announcement.of(orders.findAll(locked));
    }
    return locked.size();
  }
}
