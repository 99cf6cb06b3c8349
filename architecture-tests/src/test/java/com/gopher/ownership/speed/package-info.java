/** How much the inspection costs, beside what ArchUnit needs to import the same classes. */
@NullMarked
package com.gopher.ownership.speed;

import org.jspecify.annotations.NullMarked;
