package com.gotracker;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param dataDir where the embedded database keeps its file; unused when a database URL is given
 * @param connections the most connections the tracker holds at a time
 */
@ConfigurationProperties("tracker")
record TrackerProperties(@DefaultValue(".shop") Path dataDir, @DefaultValue("8") int connections) {

  TrackerProperties {
    if (connections < 3 || connections > 100) {
      throw new IllegalArgumentException(
          "tracker.connections is %s: give a number from 3 to 100".formatted(connections));
    }
  }
}
