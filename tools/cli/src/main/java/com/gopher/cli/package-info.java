/**
 * The lab's command line: starts the shop in its shapes, follows an order through it, measures it.
 */
@NullMarked
package com.gopher.cli;

import org.jspecify.annotations.NullMarked;
