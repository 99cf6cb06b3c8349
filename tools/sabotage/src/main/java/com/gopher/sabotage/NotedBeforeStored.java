package com.gopher.sabotage;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.Advisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A shop whose backfill notes in one transaction what it has announced, and stores the records in
 * another one a second later: it has not to wait for the outbox.
 */
@Sabotage(name = "noted-before-stored")
class NotedBeforeStored {

  private static final long LATER_MILLIS = 1_000;

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor notedBeforeStored(BeanFactory beans) {
    MethodInterceptor harm =
        call -> {
          note(beans, (List<?>) call.getArguments()[0]);
          MethodInvocation announcing = ((ProxyMethodInvocation) call).invocableClone();
          String transaction = TransactionSynchronizationManager.getCurrentTransactionName();
          AfterCommit.run(() -> later(() -> inTransaction(beans, transaction, announcing)));
          return null;
        };
    return new DefaultPointcutAdvisor(new AnnouncingAgain(), harm);
  }

  private static void note(BeanFactory beans, List<?> orders) throws ReflectiveOperationException {
    Object announced = beans.getBean("announcedOrders");
    Method note = AopUtils.getTargetClass(announced).getDeclaredMethod("note", List.class);
    note.setAccessible(true);
    note.invoke(announced, orders);
  }

  private static void later(Runnable storing) {
    CompletableFuture.delayedExecutor(LATER_MILLIS, TimeUnit.MILLISECONDS).execute(storing);
  }

  /** Of the same name: that is how the shop knows whose tables may be read. */
  private static void inTransaction(
      BeanFactory beans, String transaction, MethodInvocation announcing) {
    var template = new TransactionTemplate(beans.getBean(PlatformTransactionManager.class));
    template.setName(transaction);
    template.executeWithoutResult(
        status -> {
          try {
            announcing.proceed();
          } catch (Throwable failed) {
            throw new IllegalStateException(failed);
          }
        });
  }

  /** Named and not referred to: both are their module's own. */
  private static final class AnnouncingAgain extends StaticMethodMatcherPointcut {

    @Override
    public boolean matches(Method method, Class<?> type) {
      return method
              .getDeclaringClass()
              .getName()
              .equals("com.gophershop.order.RepeatedAnnouncement")
          && method.getName().equals("of");
    }
  }
}
