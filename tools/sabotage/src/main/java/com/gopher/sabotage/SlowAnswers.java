package com.gopher.sabotage;

import jakarta.servlet.Filter;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Every request takes longer by a part of the time that it took ({@code sabotage.slower}, for
 * example {@code 0.3}), and works for it, as less efficient code would.
 */
@Sabotage(name = "slow-answers")
class SlowAnswers {

  @Bean
  static Filter slowAnswers(Environment environment) {
    double slower = environment.getRequiredProperty("sabotage.slower", Double.class);
    return (request, response, chain) -> {
      long begin = System.nanoTime();
      chain.doFilter(request, response);
      long took = System.nanoTime() - begin;
      long end = begin + (long) (took * (1 + slower));
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    };
  }
}
