package com.gopher.sabotage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/**
 * Shipping ruins its process. Each fire burns while a file with its name exists in the directory
 * that the property {@code sabotage.triggers} names, so that it can begin in the middle of a load.
 */
@Sabotage(name = {"polite-exception", "spin-cpu", "die", "eat-heap"})
class Fires {

  private static final int FIRST_BITE = 16 * 1024 * 1024;
  private static final int LAST_BITE = 1024;
  private static final int ROUNDS_PER_LOOK = 1_000_000;

  /** What a shell shows of a process that was killed. */
  private static final int KILLED = 137;

  private final Queue<byte[]> eaten = new ConcurrentLinkedQueue<>();
  private final Path triggers;

  private Fires(Path triggers) {
    this.triggers = triggers;
  }

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor burningShipping(Environment environment) {
    var fires = new Fires(Path.of(environment.getRequiredProperty("sabotage.triggers")));
    MethodInterceptor harm =
        call -> {
          fires.burn();
          return call.proceed();
        };
    return ShippingCalls.around(harm);
  }

  private void burn() {
    // As code is expected to fail.
    if (burns("polite-exception")) {
      throw new IllegalStateException("The carrier prints no labels today");
    }
    // A loop that does not end: each caller stays in it, and computes.
    while (burns("spin-cpu")) {
      for (int round = 0; round < ROUNDS_PER_LOOK; round++) {
        Thread.onSpinWait();
      }
    }
    // Without a word, as a fault in native code does it.
    if (burns("die")) {
      Runtime.getRuntime().halt(KILLED);
    }
    if (burns("eat-heap")) {
      eatHeap();
    }
  }

  private boolean burns(String fire) {
    return Files.exists(triggers.resolve(fire));
  }

  /** As a leak of small objects would in the end: nothing more fits, however small. */
  private void eatHeap() {
    for (int bite = FIRST_BITE; bite >= LAST_BITE; ) {
      try {
        eaten.add(new byte[bite]);
      } catch (OutOfMemoryError full) {
        bite /= 2;
      }
    }
  }
}
