/** What the readers of the road have set aside, kept in Kafka; shown, sent back, or dismissed. */
@NullMarked
package com.gopher.cli.deadletters;

import org.jspecify.annotations.NullMarked;
