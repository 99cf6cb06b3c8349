package com.gopher.lab.compare.system;

import java.util.List;

/**
 * What every shape gets, however many processes share it.
 *
 * @param systemCpus the processors that the system's processes run on together; empty if they
 *     cannot be pinned here
 * @param driverCpus the processors of this program, which sends the orders
 * @param heapMegabytes the sum of all heaps
 */
public record Budget(List<Integer> systemCpus, List<Integer> driverCpus, int heapMegabytes) {}
