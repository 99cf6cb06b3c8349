/**
 * A transactional outbox: what a transaction publishes reaches Kafka at least once, and in order
 * per key.
 */
@NullMarked
package com.gopher.outbox;

import org.jspecify.annotations.NullMarked;
