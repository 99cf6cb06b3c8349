package com.gopher.publications;

import java.lang.reflect.Method;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Completes a publication in the transaction in which its listener has worked: what was done and
 * that it is done are committed together. Stands inside that transaction, as the last thing before
 * the method. The idea is that of the <a
 * href="https://microservices.io/patterns/communication-style/idempotent-consumer.html">idempotent
 * consumer</a>, which notes what it has processed in the transaction that processes it.
 */
final class CompletionWithTheEffect implements MethodInterceptor {

  private final Supplier<ListenerCalls> calls;
  private final Supplier<FinishedPublications> finished;

  CompletionWithTheEffect(Supplier<ListenerCalls> calls, Supplier<FinishedPublications> finished) {
    this.calls = calls;
    this.finished = finished;
  }

  @Override
  public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
    Method method = invocation.getMethod();
    ListenerCall call = calls.get().current();
    boolean isListener = ListenerMethods.listens(method);
    if (call == null || isListener && !call.enter()) {
      return invocation.proceed();
    }
    Object result = invocation.proceed();
    if (result instanceof Future<?> || result instanceof CompletionStage<?>) {
      if (isListener) {
        // Spring Modulith completes it when it has ended, on whatever thread that is.
        calls.get().leave();
      }
    } else if (ListenerMethods.completes(method) && call.isOpen() && isWritable()) {
      finished.get().add(call.publication());
      TransactionSynchronizationManager.registerSynchronization(call.written());
    }
    return result;
  }

  private static boolean isWritable() {
    return TransactionSynchronizationManager.isActualTransactionActive()
        && TransactionSynchronizationManager.isSynchronizationActive()
        && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
  }
}
