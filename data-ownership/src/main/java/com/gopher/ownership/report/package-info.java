/** Stage 6: findings as text, JSON and SARIF. */
@Internal
@NullMarked
package com.gopher.ownership.report;

import com.gopher.ownership.api.Internal;
import org.jspecify.annotations.NullMarked;
