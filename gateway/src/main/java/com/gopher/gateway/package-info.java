/**
 * One address before the shop and the trackers: routes by table, limits at the edge, and no word of
 * what is sold. It is the edge that a <a
 * href="https://martinfowler.com/bliki/StranglerFigApplication.html">strangler fig</a> needs: a
 * client types the same address before and after a part has moved.
 */
@NullMarked
package com.gopher.gateway;

import org.jspecify.annotations.NullMarked;
