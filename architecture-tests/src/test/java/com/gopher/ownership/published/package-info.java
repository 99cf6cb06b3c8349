/** What published applications show: fetched, inspected, and judged by hand. */
@NullMarked
package com.gopher.ownership.published;

import org.jspecify.annotations.NullMarked;
