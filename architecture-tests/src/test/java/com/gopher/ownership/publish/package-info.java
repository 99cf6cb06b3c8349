/** That somebody else can use the library, from what its page says alone. */
@NullMarked
package com.gopher.ownership.publish;

import org.jspecify.annotations.NullMarked;
