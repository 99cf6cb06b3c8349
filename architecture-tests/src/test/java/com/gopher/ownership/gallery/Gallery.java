package com.gopher.ownership.gallery;

import java.util.List;
import java.util.stream.Stream;

/** All rooms of the gallery that were written together with the rules. */
final class Gallery {

  private Gallery() {}

  static List<Sample> all() {
    return Stream.of(
            new TextSamples(),
            new BuiltTextSamples(),
            new AnnotationSamples(),
            new MigrationSamples(),
            new ResourceSamples(),
            new TypeSamples(),
            new AccessSamples(),
            new LegacySamples(),
            new ValueSamples(),
            new ObjectSamples(),
            new StatementSamples(),
            new FormatSamples(),
            new FileSamples(),
            new MeaningSamples(),
            new SuppliedTextSamples(),
            new KeptTextSamples(),
            new DeclaredSourceSamples(),
            new WordingSamples(),
            new PublishedSamples(),
            new InnocentSamples())
        .flatMap((Samples room) -> room.all().stream())
        .toList();
  }

  /** A class of billing with the usual tools at hand, and the given members. */
  static String inBilling(String members) {
    return """
    package com.acme.billing;
    import java.sql.*;
    import java.util.*;
    import java.util.stream.*;
    import jakarta.persistence.*;
    import org.springframework.jdbc.core.*;
    import org.springframework.jdbc.core.simple.*;
    class Probe {
      JdbcTemplate jdbc; JdbcClient client; EntityManager entities; Connection connection;
    %s
    }
    """
        .formatted(members);
  }

  static final String PROBE = "com/acme/billing/Probe.java";
}
