package com.gopher.publications;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Leaves out Spring Modulith's registry where the application does not say {@link
 * EnablePublications}. Its starter switches the registry on by being on the class path. No bean can
 * be asked yet when auto-configurations are chosen, so the annotations of the definitions are read.
 */
final class RegistrySwitch implements AutoConfigurationImportFilter, BeanFactoryAware {

  private static final String REGISTRY = "org.springframework.modulith.events.";

  private final AtomicReference<ConfigurableListableBeanFactory> application =
      new AtomicReference<>();

  @Override
  public void setBeanFactory(BeanFactory beanFactory) {
    application.set((ConfigurableListableBeanFactory) beanFactory);
  }

  @Override
  public boolean[] match(
      @Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
    boolean isOn = isSwitchedOn();
    boolean[] matches = new boolean[autoConfigurations.length];
    for (int at = 0; at < matches.length; at++) {
      String name = autoConfigurations[at];
      matches[at] = isOn || name == null || !name.startsWith(REGISTRY);
    }
    return matches;
  }

  private boolean isSwitchedOn() {
    ConfigurableListableBeanFactory beans = application.get();
    return beans != null
        && Arrays.stream(beans.getBeanDefinitionNames())
            .map(beans::getBeanDefinition)
            .anyMatch(
                definition ->
                    definition instanceof AnnotatedBeanDefinition annotated
                        && annotated.getMetadata().isAnnotated(EnablePublications.class.getName()));
  }
}
