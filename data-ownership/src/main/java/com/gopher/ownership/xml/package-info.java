/** XML files as trees with lines, read without ever fetching anything. */
@NullMarked
package com.gopher.ownership.xml;

import org.jspecify.annotations.NullMarked;
