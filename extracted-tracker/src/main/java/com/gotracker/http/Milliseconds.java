package com.gotracker.http;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes times with exactly three decimals, so that they sort as text. */
@Component
class Milliseconds implements JsonMapperBuilderCustomizer {

  @Override
  public void customize(JsonMapper.Builder json) {
    json.addModule(new SimpleModule("milliseconds").addSerializer(new Serializer()));
  }

  private static class Serializer extends StdSerializer<Instant> {

    private static final DateTimeFormatter FORMAT =
        new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    Serializer() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant time, JsonGenerator json, SerializationContext context) {
      json.writeString(FORMAT.format(time));
    }
  }
}
