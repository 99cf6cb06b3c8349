package com.gophershop.order;

import com.gophershop.ConditionalOnMessaging;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** {@code /actuator/backfill}: starts and stops the backfill, and tells how far it is. */
@Component
@ConditionalOnMessaging
@Endpoint(id = "backfill")
class BackfillEndpoint {

  private final Backfill backfill;
  private final BackfillWorker worker;

  BackfillEndpoint(Backfill backfill, BackfillWorker worker) {
    this.backfill = backfill;
    this.worker = worker;
  }

  @ReadOperation
  State state() {
    BackfillProgress progress = backfill.progress();
    BackfillJob job = progress.job();
    return new State(
        job.state().name().toLowerCase(Locale.ROOT),
        job.changedAt(),
        job.rate(),
        job.done(),
        progress.left(),
        progress.secondsLeft(),
        worker.waitsFor());
  }

  /**
   * Starts it, or lets it go on. One that runs gets the new rate: there is never a second.
   *
   * @param rate orders a second, at the most
   */
  @WriteOperation
  State start(int rate) {
    if (rate < 1 || rate > BackfillJob.HIGHEST_RATE) {
      throw new InvalidEndpointRequestException(
          "The rate is out of range",
          "'rate' must be a number from 1 to %s; nothing was started."
              .formatted(BackfillJob.HIGHEST_RATE));
    }
    backfill.start(rate);
    worker.work();
    return state();
  }

  /** What was announced stays announced; started again, it goes on behind it. */
  @DeleteOperation
  State stop() {
    backfill.stop();
    worker.look();
    return state();
  }

  /**
   * @param state none, running, stopped or finished
   * @param since when
   * @param rate orders a second, at the most
   * @param done orders announced since it was started at the first order
   * @param left orders still to be announced
   * @param secondsLeft at this rate, without what it waits for
   * @param waitsFor why this shop does not go on at this moment; null if it does
   */
  record State(
      String state,
      Instant since,
      int rate,
      long done,
      long left,
      long secondsLeft,
      @Nullable String waitsFor) {}
}
