package com.gopher.inbound;

/**
 * A topic that cannot be mistaken for another one of its name: one that is deleted and made again
 * has another id, and so has its namesake in another cluster.
 */
record KnownTopic(String clusterId, String topicId) {}
