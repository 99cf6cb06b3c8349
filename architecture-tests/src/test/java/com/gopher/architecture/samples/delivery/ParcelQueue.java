package com.gopher.architecture.samples.delivery;

import org.springframework.stereotype.Repository;

/** A module's secret. */
@Repository
public class ParcelQueue {}
