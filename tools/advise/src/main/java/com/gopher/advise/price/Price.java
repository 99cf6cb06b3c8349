package com.gopher.advise.price;

import java.util.List;

/**
 * What the move of the Gopher Shop cost, measured.
 *
 * @param measured when and where, in a line
 * @param items the measures
 */
public record Price(String measured, List<Item> items) {

  /**
   * One measure in both shapes. What was counted is the same each time and has no noise.
   *
   * @param ratio after by before
   * @param low the lower end of the ratio's 95 % interval
   * @param high its upper end
   * @param noiseLow how far the same shape differs from itself, lower end
   * @param noiseHigh its upper end
   * @param shown whether the difference is more than noise
   */
  public record Item(
      String measure,
      String unit,
      double before,
      double after,
      double ratio,
      double low,
      double high,
      double noiseLow,
      double noiseHigh,
      boolean shown) {

    public boolean isCounted() {
      return noiseLow == noiseHigh;
    }
  }
}
