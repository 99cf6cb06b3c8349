package com.gopher.launcher.shape;

import com.gopher.launcher.jvm.ClassPath;
import com.gopher.launcher.process.Port;
import com.gopher.launcher.process.ProcessSpec;
import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Has trackers tell a registry where they are, and the gateway ask it. What that takes is put on
 * the class paths of the started processes; none of the programs brings any of it.
 *
 * @param java the program
 */
record Eureka(EurekaJars jars, String java, PortChoice ports) {

  static final String NAME = "registry";

  /** Where a client looks for the address of the registry. */
  static final String REGISTRY = "EUREKA_CLIENT_SERVICEURL_LOCAL";

  private static final String ZONE = "local";

  private static final String MAIN = "com.gopher.discovery.ServiceRegistry";

  /** The processes of a city with a gateway, and the registry; who finds none tries again. */
  List<ProcessSpec> with(List<ProcessSpec> city) {
    ProcessSpec registry = registry();
    var all = new ArrayList<ProcessSpec>();
    all.add(registry);
    for (ProcessSpec spec : city) {
      if (spec.name().startsWith(TrackerProcess.NAME)) {
        all.add(client(spec, registry.url(), ofATracker(spec)));
      } else if (spec.name().equals(GatewayProcess.NAME)) {
        all.add(client(spec, registry.url(), ofTheGateway()));
      } else {
        all.add(spec);
      }
    }
    return all;
  }

  private ProcessSpec registry() {
    int port = ports.any(NAME, NAME);
    URI url = URI.create("http://127.0.0.1:" + port);
    var environment = new LinkedHashMap<>(EurekaTimes.TUNED.ofTheRegistry());
    environment.put("SERVER_PORT", "" + port);
    return ProcessSpec.of(
        NAME,
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            PinnedLocale.OPTION,
            "-Xmx128m",
            "-cp",
            jars.program() + File.pathSeparator + jars.server().resolve("*"),
            MAIN),
        environment,
        url,
        url,
        List.of(new Port(NAME, port, null)),
        null);
  }

  private ProcessSpec client(ProcessSpec spec, URI registry, Map<String, String> settings) {
    var environment = new LinkedHashMap<>(settings);
    // By the zone's name, since a variable cannot spell the usual one: defaultZone.
    environment.put("EUREKA_CLIENT_REGION", ZONE);
    environment.put("EUREKA_CLIENT_AVAILABILITYZONES_LOCAL", ZONE);
    environment.put(REGISTRY, registry.resolve("/eureka/").toString());
    environment.put("SPRING_CLOUD_REFRESH_ENABLED", "false");
    // A registry that is away is the registry's trouble, and its own line says so; the client
    // would say it each second, with fifty lines.
    environment.put("SPRING_CLOUD_DISCOVERY_CLIENT_COMPOSITEINDICATOR_ENABLED", "false");
    environment.put("LOGGING_LEVEL_COM_NETFLIX", "OFF");
    return spec.with(ClassPath.behind(jars.client(), spec.command()), environment);
  }

  private static Map<String, String> ofATracker(ProcessSpec spec) {
    var settings = new LinkedHashMap<>(EurekaTimes.TUNED.ofAnInstance());
    settings.put("EUREKA_CLIENT_FETCHREGISTRY", "false");
    settings.put("EUREKA_INSTANCE_APPNAME", TrackerProcess.NAME);
    settings.put("EUREKA_INSTANCE_VIRTUALHOSTNAME", TrackerProcess.NAME);
    settings.put("EUREKA_INSTANCE_INSTANCEID", spec.name());
    settings.put("EUREKA_INSTANCE_PREFERIPADDRESS", "true");
    settings.put("EUREKA_INSTANCE_IPADDRESS", "127.0.0.1");
    return settings;
  }

  private static Map<String, String> ofTheGateway() {
    var settings = new LinkedHashMap<>(EurekaTimes.TUNED.ofWhoAsks());
    settings.put("EUREKA_CLIENT_REGISTERWITHEUREKA", "false");
    return settings;
  }
}
