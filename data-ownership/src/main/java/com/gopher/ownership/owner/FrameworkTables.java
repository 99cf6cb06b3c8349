package com.gopher.ownership.owner;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tables that frameworks bring along. Nobody's code owns them, so they are shared, unless
 * somebody is known to have made one.
 */
final class FrameworkTables {

  private static final Set<String> NAMES =
      Set.of(
          "flyway_schema_history",
          "databasechangelog",
          "databasechangeloglock",
          "event_publication",
          "event_publication_archive",
          "shedlock",
          "spring_session",
          "spring_session_attributes",
          "int_message",
          "int_group_to_message",
          "int_message_group",
          "int_lock",
          "int_channel_message",
          "int_metadata_store");
  private static final Pattern FAMILIES =
      Pattern.compile(
          "batch_(job|step)_(instance|execution|execution_params|execution_context|seq|execution_seq|instance_seq)|qrtz_\\w+");

  private FrameworkTables() {}

  static boolean isOne(String name) {
    return NAMES.contains(name) || FAMILIES.matcher(name).matches();
  }
}
