/** How every HTTP endpoint speaks: strict JSON in, pages and problem details out. */
@NullMarked
package com.gopher.http;

import org.jspecify.annotations.NullMarked;
