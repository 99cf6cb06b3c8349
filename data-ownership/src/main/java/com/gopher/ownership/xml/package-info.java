/** XML files as trees with lines, read without ever fetching anything. */
@Internal
@NullMarked
package com.gopher.ownership.xml;

import com.gopher.ownership.api.Internal;
import org.jspecify.annotations.NullMarked;
