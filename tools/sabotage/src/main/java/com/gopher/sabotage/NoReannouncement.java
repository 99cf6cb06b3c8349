package com.gopher.sabotage;

import com.gopher.inbound.Reannouncement;
import java.lang.reflect.Method;
import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;

/** Notices that Kafka has lost a topic, and announces nothing again. */
@Sabotage(name = "no-reannouncement")
class NoReannouncement {

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor announcingNothing() {
    MethodInterceptor nothing = call -> List.of();
    return new DefaultPointcutAdvisor(new NextPage(), nothing);
  }

  /** The one method of the interface; what else its implementations offer stays as it is. */
  private static final class NextPage extends StaticMethodMatcherPointcut {

    @Override
    public boolean matches(Method method, Class<?> type) {
      return Reannouncement.class.isAssignableFrom(type)
          && method.getName().equals("announceAgain")
          && method.getReturnType() == List.class;
    }
  }
}
