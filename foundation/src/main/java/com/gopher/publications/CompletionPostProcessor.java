package com.gopher.publications;

import org.springframework.aop.framework.AbstractAdvisingBeanPostProcessor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.DefaultPointcutAdvisor;

/**
 * Puts the completion behind all other advice of a listener, so that it runs inside the
 * transaction. Among the application's own advisors its place would be left to chance: that of
 * transactions asks to be the last as well.
 */
class CompletionPostProcessor extends AbstractAdvisingBeanPostProcessor {

  private static final long serialVersionUID = 1;

  CompletionPostProcessor(CompletionWithTheEffect completion) {
    this.advisor = new DefaultPointcutAdvisor(new ListenerMethods(), completion);
  }

  /** What has a transaction has advice already; of all others the methods need not be looked at. */
  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    return bean instanceof Advised ? super.postProcessAfterInitialization(bean, beanName) : bean;
  }
}
