/** Where the build has put what this program starts. */
@NullMarked
package com.gopher.launcher.home;

import org.jspecify.annotations.NullMarked;
