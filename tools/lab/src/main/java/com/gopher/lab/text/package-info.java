/** Text for people, which is data and no code. */
@NullMarked
package com.gopher.lab.text;

import org.jspecify.annotations.NullMarked;
