/**
 * The road out of the process: opened only where Kafka is wanted, with topics that are made when
 * they are missing, batches that are taken in whole, and a place for what cannot be read.
 */
@NullMarked
package com.gopher.road;

import org.jspecify.annotations.NullMarked;
