/** Stage 5: a mention and an owner make a finding, or silence. */
@NullMarked
package com.gopher.ownership.judge;

import org.jspecify.annotations.NullMarked;
