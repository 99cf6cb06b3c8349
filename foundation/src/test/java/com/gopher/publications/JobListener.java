package com.gopher.publications;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Does jobs, and tells a test how far it is. */
class JobListener {

  static final String BEGUN = "begun";
  static final String BETWEEN = "between";
  static final String BEFORE_COMMIT = "before the commit";
  static final String COMMITTED = "committed";
  static final String ENDED = "ended";

  private final Workshop workshop;
  private final CompletableFuture<Void> later = new CompletableFuture<>();
  private volatile BiConsumer<Job, String> atPoint = (job, point) -> {};

  JobListener(Workshop workshop) {
    this.workshop = workshop;
  }

  /** What to do wherever it comes to. */
  void at(BiConsumer<Job, String> then) {
    atPoint = then;
  }

  /** Ends what was begun and has returned. */
  CompletableFuture<Void> later() {
    return later;
  }

  @ApplicationModuleListener(id = "test.two-writes")
  public void on(Job.TwoWrites job) {
    tellOfTheCommit(job);
    reached(job, BEGUN);
    workshop.first(job.id());
    reached(job, BETWEEN);
    workshop.unmarked(job.id());
  }

  @ApplicationModuleListener(id = "test.reads-first")
  public void on(Job.ReadsFirst job) {
    tellOfTheCommit(job);
    reached(job, BEGUN);
    workshop.stepsOf(job.id());
    reached(job, BETWEEN);
    workshop.first(job.id());
    workshop.unmarked(job.id());
  }

  @ApplicationModuleListener(id = "test.two-transactions", propagation = Propagation.NOT_SUPPORTED)
  public void on(Job.TwoTransactions job) {
    reached(job, BEGUN);
    workshop.first(job.id());
    reached(job, BETWEEN);
    workshop.last(job.id());
    reached(job, COMMITTED);
  }

  @ApplicationModuleListener(id = "test.unmarked", propagation = Propagation.NOT_SUPPORTED)
  public void on(Job.Unmarked job) {
    workshop.first(job.id());
    reached(job, BETWEEN);
    workshop.unmarked(job.id());
    reached(job, COMMITTED);
  }

  @ApplicationModuleListener(id = "test.fails-after-commit")
  public void on(Job.FailsAfterCommit job) {
    tellOfTheCommit(job);
    workshop.first(job.id());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            throw new IllegalStateException("too late");
          }
        });
  }

  @ApplicationModuleListener(id = "test.fails-after-mark", propagation = Propagation.NOT_SUPPORTED)
  public void on(Job.FailsAfterMark job) {
    workshop.last(job.id());
    reached(job, COMMITTED);
    throw new IllegalStateException("too late");
  }

  @ApplicationModuleListener(id = "test.later")
  public CompletableFuture<Void> on(Job.Later job) {
    workshop.first(job.id());
    reached(job, BEGUN);
    return later;
  }

  private void tellOfTheCommit(Job job) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void beforeCommit(boolean readOnly) {
            reached(job, BEFORE_COMMIT);
          }

          @Override
          public void afterCommit() {
            reached(job, COMMITTED);
          }

          @Override
          public void afterCompletion(int status) {
            reached(job, ENDED);
          }
        });
  }

  private void reached(Job job, String point) {
    atPoint.accept(job, point);
  }
}
