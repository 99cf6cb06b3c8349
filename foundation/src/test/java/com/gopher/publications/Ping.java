package com.gopher.publications;

import java.util.UUID;

record Ping(UUID id) {}
