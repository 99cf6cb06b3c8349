/** How texts that somebody else wrote are printed, so that none can pass for ours. */
@Internal
@NullMarked
package com.gopher.ownership.print;

import com.gopher.ownership.api.Internal;
import org.jspecify.annotations.NullMarked;
