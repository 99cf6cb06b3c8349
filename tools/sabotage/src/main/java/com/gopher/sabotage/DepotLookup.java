package com.gopher.sabotage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/** Looks the depot of each shipment up before it is stored. */
class DepotLookup implements MethodInterceptor {

  private static final Pattern ORDER = Pattern.compile("orderId=([0-9a-f-]{36})");

  private final Depots depots;

  DepotLookup(Depots depots) {
    this.depots = depots;
  }

  @Override
  public @Nullable Object invoke(MethodInvocation storing) throws Throwable {
    // By its text, because a shipment of the one process is no shipment to the other.
    Matcher order = ORDER.matcher(String.valueOf(storing.getArguments()[0]));
    while (order.find()) {
      depots.reserve(order.group(1));
    }
    return storing.proceed();
  }
}
