package com.gopher.sabotage;

import java.lang.reflect.Method;
import org.springframework.aop.support.StaticMethodMatcherPointcut;

/** The method that stores new shipments, in whatever process has one. */
class StoredShipments extends StaticMethodMatcherPointcut {

  @Override
  public boolean matches(Method method, Class<?> type) {
    return method.getName().equals("add")
        && method.getDeclaringClass().getSimpleName().equals("Shipments");
  }
}
