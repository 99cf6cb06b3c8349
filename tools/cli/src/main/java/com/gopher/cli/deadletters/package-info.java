/** What the readers of the topics have set aside, kept in Kafka; shown, sent back, or dismissed. */
@NullMarked
package com.gopher.cli.deadletters;

import org.jspecify.annotations.NullMarked;
