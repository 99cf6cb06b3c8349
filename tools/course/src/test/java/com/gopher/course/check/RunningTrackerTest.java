package com.gopher.course.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.CourseHome;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tracker of this repository stands for the learner's; no broker is needed to look at it. */
@Tag("seconds")
class RunningTrackerTest {

  private static final CourseHome HOME = new CourseHome(MadeUpCourse.repository());
  private static final String NO_BROKER = "127.0.0.1:1";

  @TempDir Path work;
  private Subject subject;

  @BeforeEach
  void takeWhatTheBuildHasMade() {
    var tracker =
        new CompiledProgram(
            Program.TRACKER,
            HOME.root().resolve("extracted-tracker").resolve("target").resolve("classes"),
            new Libraries(HOME).of(Program.TRACKER));
    List<Path> judges =
        List.of(
            HOME.root().resolve("tools").resolve("course").resolve("target").resolve("classes"));
    var broker = new Broker(HOME, judges, step -> {});
    subject =
        new Subject(
            Tree.empty(), Map.of(Program.TRACKER, tracker), judges, broker, work, new Drill());
  }

  @Test
  void whatAKilledTrackerHasStoredIsThereAgain() throws Exception {
    UUID order = UUID.randomUUID();
    try (RunningTracker tracker = RunningTracker.start(subject, NO_BROKER, work)) {
      assertThat(statusOfParcel(tracker, order)).isEqualTo(404);
      tracker.asAdministrator(
          "INSERT INTO tracker.shipment (order_id, tracking_number, status, order_sequence)"
              + " VALUES ('%s', 'GT-1', 'PREPARING', 1)".formatted(order));
      tracker.kill();
    }
    try (RunningTracker again = RunningTracker.start(subject, NO_BROKER, work)) {
      assertThat(statusOfParcel(again, order)).isEqualTo(200);
    }
  }

  @Test
  void aTrackerThatDoesNotStartSaysWhy() {
    assertThatThrownBy(
            () ->
                RunningTracker.start(subject, NO_BROKER, work, "--shipping.preparing=-1s").close())
        .isInstanceOfSatisfying(
            Failed.class,
            it -> {
              assertThat(it.failure().expected()).isEqualTo("The tracker starts.");
              assertThat(it.failure().found()).contains("may not be negative");
            });
  }

  private static int statusOfParcel(RunningTracker tracker, UUID order) throws Exception {
    URI parcel = tracker.url().resolve("/api/tracking/" + order);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(parcel).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
