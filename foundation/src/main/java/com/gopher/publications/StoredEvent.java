package com.gopher.publications;

import java.util.UUID;

/**
 * An event as the registry holds it for one listener, which may be more than this application can
 * read.
 *
 * @param eventType the name of its class when it was stored
 * @param serialized its content
 * @param attempts how often it was given to its listener, or should have been
 */
record StoredEvent(UUID id, String listener, String eventType, String serialized, int attempts) {}
