/** How the library says which of its types are for its users. */
@NullMarked
package com.gopher.ownership.api;

import org.jspecify.annotations.NullMarked;
