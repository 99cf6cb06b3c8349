/**
 * From Kafka into a transaction: batches of Kafka records that are taken in whole or asked for
 * again, and a place for what cannot be read.
 */
@NullMarked
package com.gopher.inbound;

import org.jspecify.annotations.NullMarked;
