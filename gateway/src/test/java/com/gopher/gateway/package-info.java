@NullMarked
package com.gopher.gateway;

import org.jspecify.annotations.NullMarked;
