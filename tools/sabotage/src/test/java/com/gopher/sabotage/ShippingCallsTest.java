package com.gopher.sabotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ShippingCallsTest {

  /** Has the methods of both applications' shipping code. */
  interface Shipping {
    int ship(int limit);
  }

  private final List<Integer> asked = new ArrayList<>();

  /** Has three parcels to ship. */
  private final Shipping threeParcels =
      most -> {
        int shipped = Math.min(most, 3 - asked.size());
        asked.add(most);
        return shipped;
      };

  @ParameterizedTest
  @ValueSource(strings = {"com.gophershop.delivery.Dispatch", "com.gotracker.shipping.Dispatch"})
  void isThereUnderTheNameAndTheMethodThatAreHarmed(String name) throws Exception {
    assertThat(Class.forName(name).getMethod("ship", int.class).getReturnType())
        .isEqualTo(int.class);
  }

  @Test
  void aSlowCarrierTakesOneParcelPerCallUntilThereIsNoneLeft() {
    Advisor slow = SlowCarrier.slowShipping(environment(Map.of("sabotage.carrier", "1ms")));
    assertThat(harmed(slow).ship(100)).isEqualTo(3);
    assertThat(asked).containsExactly(1, 1, 1, 1);
  }

  @Test
  void aSlowCarrierShipsNoMoreThanHeIsAskedTo() {
    Advisor slow = SlowCarrier.slowShipping(environment(Map.of("sabotage.carrier", "1ms")));
    assertThat(harmed(slow).ship(2)).isEqualTo(2);
  }

  @Test
  void aFireBurnsWhileItsTriggerIsThereAndNotBeforeOrAfter(@TempDir Path triggers)
      throws Exception {
    Advisor failing =
        Fires.burningShipping(environment(Map.of("sabotage.triggers", triggers.toString())));
    assertThat(harmed(failing).ship(1)).isEqualTo(1);
    Path trigger = Files.createFile(triggers.resolve("polite-exception"));
    assertThatThrownBy(() -> harmed(failing).ship(1)).isInstanceOf(IllegalStateException.class);
    Files.delete(trigger);
    assertThat(harmed(failing).ship(1)).isEqualTo(1);
  }

  private Shipping harmed(Advisor harm) {
    var factory = new ProxyFactory(threeParcels);
    factory.addAdvice(harm.getAdvice());
    return (Shipping) factory.getProxy();
  }

  private static StandardEnvironment environment(Map<String, Object> properties) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
    return environment;
  }
}
