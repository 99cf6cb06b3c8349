package com.gopher.sabotage;

import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/**
 * A bug in the code that stores shipments, as a colleague might have left it there: for some orders
 * it finds no depot, and does not expect that. The property {@code bug.digit} says which orders:
 * those whose id ends with it.
 */
@Sabotage(name = "planted-bug")
class PlantedBug {

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor plantedBug(Environment environment) {
    String digit = environment.getRequiredProperty("bug.digit");
    return new DefaultPointcutAdvisor(
        new StoredShipments(), new DepotLookup(new Depots(digit.charAt(0))));
  }
}
