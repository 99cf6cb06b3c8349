package com.gopher.sabotage;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Waits for each body with the thread that answers the request, for as long as its bytes come. */
@Sabotage(name = "bodies-read-by-threads")
class BodiesReadByThreads {

  @Bean
  static BeanPostProcessor takeNoBodyInWhole() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (name.equals("wholeBodyFirst") && bean instanceof FilterRegistrationBean<?> whole) {
          whole.setEnabled(false);
        }
        return bean;
      }
    };
  }
}
