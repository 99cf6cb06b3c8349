/**
 * The messages between the shop and the tracker: records of the contract become updates of orders,
 * and shipments become records.
 */
@NullMarked
package com.gotracker.messaging;

import org.jspecify.annotations.NullMarked;
