/** Stage 5: a mention and an owner make a finding, or silence. */
@Internal
@NullMarked
package com.gopher.ownership.judge;

import com.gopher.ownership.api.Internal;
import org.jspecify.annotations.NullMarked;
