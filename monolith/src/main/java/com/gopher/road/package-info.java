/** The road out of the process: opened only where Kafka is wanted. */
@NullMarked
package com.gopher.road;

import org.jspecify.annotations.NullMarked;
