package com.gopher.ownership.gallery;

import java.util.List;

/** A room of the gallery. */
public interface Samples {

  List<Sample> all();
}
