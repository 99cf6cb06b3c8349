/** Gets a jar started as fast as the JDK at hand allows. */
@NullMarked
package com.gopher.launcher.jvm;

import org.jspecify.annotations.NullMarked;
