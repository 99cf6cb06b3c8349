/** The fault suite: what the city is put through under load, and what must be true afterwards. */
@NullMarked
package com.gopher.lab.faults;

import org.jspecify.annotations.NullMarked;
