package com.gopher.publications;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Knows from their annotations which methods listen, and in whose transactions they are done. */
final class ListenerMethods extends StaticMethodMatcherPointcut {

  private static final Map<Method, Kind> KINDS = new ConcurrentHashMap<>();

  private record Kind(boolean listens, boolean completes) {}

  @Override
  public boolean matches(Method method, Class<?> targetClass) {
    Kind kind = kind(method);
    return kind.listens() || kind.completes();
  }

  /** Whether Spring Modulith keeps a publication for it. */
  static boolean listens(Method method) {
    return KINDS.computeIfAbsent(method, ListenerMethods::kind).listens();
  }

  /** Whether the transaction around it completes the publication. */
  static boolean completes(Method method) {
    return KINDS.computeIfAbsent(method, ListenerMethods::kind).completes();
  }

  private static Kind kind(Method method) {
    var listener =
        AnnotatedElementUtils.findMergedAnnotation(method, TransactionalEventListener.class);
    boolean listens = listener != null && listener.phase() == TransactionPhase.AFTER_COMMIT;
    return new Kind(
        listens,
        listens && opensATransaction(method)
            || AnnotatedElementUtils.hasAnnotation(method, CompletesPublication.class));
  }

  /** Certainly one of its own: any other might be joined, or none. */
  private static boolean opensATransaction(Method method) {
    var transaction = AnnotatedElementUtils.findMergedAnnotation(method, Transactional.class);
    return transaction != null && transaction.propagation() == Propagation.REQUIRES_NEW;
  }
}
