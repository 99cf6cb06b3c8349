package com.gopher.lab.compare.experiment.maporlist;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.traffic.ParcelReads.Read;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MapOrListVerdictTest {

  private static final Event NONE = new Event(1_000, 0, 0, 20);
  private static final Event NOTICED = new Event(1_000, 28, 6.9, 20);
  private static final Event STARTED_AGAIN = new Event(1_000, 300, 9, 20);
  private static final Event LATE = new Event(1_000, 60, 11, 20);
  private static final Event FOR_EVER = new Event(1_000, 300, 19.9, 20);
  private static final Event ONE_NOW_AND_THEN = new Event(1_000, 4, 19.5, 20);

  @Test
  void aMapNoticesAndAListDoesNot() {
    assertThat(of(FOR_EVER, NOTICED).verdict()).isEqualTo(Verdict.SHOWN);
    assertThat(of(FOR_EVER, NOTICED).because())
        .contains("list, one attempt: 300 of 1000 reads failed, until the end, 20 s")
        .contains("map, one attempt: 28 of 1000 reads failed, the last after 6.9 s")
        .contains("map, two attempts: no read of 1000 failed")
        .endsWith(
            "A third one was added: list, one attempt: 300 of 1000 reads failed, the last after 9.0 s; map, one attempt: no read of 1000 failed; list, two attempts: 300 of 1000 reads failed, the last after 9.0 s; map, two attempts: no read of 1000 failed.");
  }

  @Test
  void aMapThatNoticesTooLateIsNotWhatWasClaimed() {
    assertThat(of(FOR_EVER, LATE).verdict()).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void aListThatCostsFewReadsIsNoReasonForAMap() {
    assertThat(of(ONE_NOW_AND_THEN, NOTICED).verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(of(NONE, NOTICED).verdict()).isEqualTo(Verdict.NOT_SHOWN);
  }

  @Test
  void aMapThatNeverNoticesIsContrary() {
    assertThat(of(FOR_EVER, FOR_EVER).verdict()).isEqualTo(Verdict.CONTRARY);
  }

  @Test
  void eurekasOwnTimesDecideNothing() {
    var fared = new LinkedHashMap<Variant, Fared>();
    fared.put(Variant.list(1, 20), fared(FOR_EVER));
    fared.put(Variant.tuned(1, 20), fared(NOTICED));
    fared.put(Variant.standard(1, 100), fared(FOR_EVER));

    assertThat(new MapOrListVerdict(fared, 8, 1).verdict()).isEqualTo(Verdict.SHOWN);
  }

  @Test
  void failuresAreCountedFromWhatHappened() {
    List<Read> reads =
        IntStream.range(0, 100)
            .mapToObj(number -> new Read(50 + number / 8.0, number < 20 || number == 40, true))
            .toList();

    assertThat(Event.of(reads, 50, 62.5)).isEqualTo(new Event(100, 79, 12.375, 12.5));
    assertThat(Event.of(reads.subList(0, 30), 50, 60).isWithoutEnd()).isFalse();
  }

  private static MapOrListVerdict of(Event list, Event map) {
    var fared = new LinkedHashMap<Variant, Fared>();
    fared.put(Variant.list(1, 20), fared(STARTED_AGAIN, list));
    fared.put(Variant.tuned(1, 20), fared(map));
    fared.put(Variant.list(2, 20), fared(STARTED_AGAIN, NONE));
    fared.put(Variant.tuned(2, 20), fared(NONE));
    return new MapOrListVerdict(fared, 8, 1);
  }

  private static Fared fared(Event killed) {
    return fared(NONE, killed);
  }

  private static Fared fared(Event added, Event killed) {
    return new Fared(added, 0.5, NONE, killed, 900, 0, 10, 0);
  }
}
