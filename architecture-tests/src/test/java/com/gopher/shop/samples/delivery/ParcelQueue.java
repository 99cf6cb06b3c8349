package com.gopher.shop.samples.delivery;

import org.springframework.stereotype.Repository;

/** A module's secret. */
@Repository
public class ParcelQueue {}
