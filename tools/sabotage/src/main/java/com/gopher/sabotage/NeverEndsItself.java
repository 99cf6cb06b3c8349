package com.gopher.sabotage;

import com.gopher.failfast.ProcessEnd;
import org.springframework.context.annotation.Bean;

/** Goes on whatever has happened to it: nobody starts it afresh. */
@Sabotage(name = "never-ends-itself")
class NeverEndsItself {

  @Bean
  static ProcessEnd goOn() {
    return status -> {};
  }
}
