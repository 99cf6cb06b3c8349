package com.gopher.gateway;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.stereotype.Component;

/** The instances of a service, each the first in its turn. */
@Component
class Instances {

  private final DiscoveryClient discovery;
  private final Breakers breakers;
  private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();

  Instances(DiscoveryClient discovery, Breakers breakers) {
    this.discovery = discovery;
    this.breakers = breakers;
  }

  /** Whoever is known not to answer comes last. */
  List<URI> inTurn(String service) {
    List<URI> all =
        new ArrayList<>(
            discovery.getInstances(service).stream().map(ServiceInstance::getUri).toList());
    if (all.size() > 1) {
      int turn = turns.computeIfAbsent(service, first -> new AtomicInteger()).getAndIncrement();
      Collections.rotate(all, -Math.floorMod(turn, all.size()));
      all.sort(Comparator.comparing(breakers::isOpen));
    }
    return all;
  }
}
