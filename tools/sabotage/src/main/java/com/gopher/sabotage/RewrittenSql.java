package com.gopher.sabotage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Puts words into the mouth of an application: each of its statements is another one. */
final class RewrittenSql implements BeanPostProcessor {

  private final UnaryOperator<String> rewrite;

  RewrittenSql(UnaryOperator<String> rewrite) {
    this.rewrite = rewrite;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource original
        ? new DelegatingDataSource(original) {
          @Override
          public Connection getConnection() throws SQLException {
            return rewriting(super.getConnection());
          }
        }
        : bean;
  }

  private Connection rewriting(Connection original) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                arguments[0] = rewrite.apply((String) arguments[0]);
              }
              try {
                return method.invoke(original, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
