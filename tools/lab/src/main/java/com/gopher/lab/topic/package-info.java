/** The topics between shop and tracker, read by neither of them. */
@NullMarked
package com.gopher.lab.topic;

import org.jspecify.annotations.NullMarked;
