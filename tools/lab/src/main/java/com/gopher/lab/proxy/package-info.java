/** A network that can fail: a TCP proxy that delays, withholds or refuses what it carries. */
@NullMarked
package com.gopher.lab.proxy;

import org.jspecify.annotations.NullMarked;
