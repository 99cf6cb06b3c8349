/** Stage 6: findings as text, JSON and SARIF. */
@NullMarked
package com.gopher.ownership.report;

import org.jspecify.annotations.NullMarked;
