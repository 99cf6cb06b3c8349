package com.gopher.lab.compare.system;

import com.gopher.launcher.process.ProcessSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What one experiment wants to be different, in all shapes alike.
 *
 * @param environment for the applications of the shape, whatever they are called
 * @param shippers how many processes share the shipping, with whatever each of them does besides
 * @param change the last word about each process before it is started
 */
public record Setup(
    Map<String, String> environment, int shippers, UnaryOperator<ProcessSpec> change) {

  public static Setup plain() {
    return new Setup(Map.of(), 1, UnaryOperator.identity());
  }

  public Setup with(String variable, String value) {
    var all = new LinkedHashMap<>(environment);
    all.put(variable, value);
    return new Setup(Map.copyOf(all), shippers, change);
  }

  public Setup withShippers(int number) {
    return new Setup(environment, number, change);
  }

  public Setup changing(UnaryOperator<ProcessSpec> next) {
    return new Setup(environment, shippers, spec -> next.apply(change.apply(spec)));
  }
}
