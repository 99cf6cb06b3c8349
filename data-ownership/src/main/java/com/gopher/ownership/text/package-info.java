/** Stage 4a: works out, without running anything, which texts a method hands on. */
@NullMarked
package com.gopher.ownership.text;

import org.jspecify.annotations.NullMarked;
