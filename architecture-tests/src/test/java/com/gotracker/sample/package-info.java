/** Stands for a tracker that forgot the golden rule. */
@NullMarked
package com.gotracker.sample;

import org.jspecify.annotations.NullMarked;
