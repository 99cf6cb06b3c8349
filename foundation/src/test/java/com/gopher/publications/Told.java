package com.gopher.publications;

import java.util.UUID;

/** What two listeners hear. */
record Told(UUID id) {}
