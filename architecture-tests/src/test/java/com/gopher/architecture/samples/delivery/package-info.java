/** Stands for the module that nothing may refer to. */
@NullMarked
package com.gopher.architecture.samples.delivery;

import org.jspecify.annotations.NullMarked;
