package com.gopher.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;

/** Takes in one body as it comes, for as long as the request's own time-out allows. */
final class BodyReading implements ReadListener, AsyncListener {

  private static final int AT_ONCE = 4 * 1024;
  private static final Refusal BROKEN =
      new Refusal(HttpStatus.BAD_REQUEST, "The body cannot be read; nothing was stored.");

  private final AsyncContext context;
  private final ByteArrayOutputStream body;
  private final Semaphore places;
  private final Consumer<byte[]> whenWhole;
  private final Refusing refusing;
  private final AtomicBoolean ended = new AtomicBoolean();

  /**
   * @param body what has come so far
   * @param places one of which is given back when the reading ends, however it does
   */
  BodyReading(
      AsyncContext context,
      ByteArrayOutputStream body,
      Semaphore places,
      Consumer<byte[]> whenWhole,
      Refusing refusing) {
    this.context = context;
    this.body = body;
    this.places = places;
    this.whenWhole = whenWhole;
    this.refusing = refusing;
  }

  @FunctionalInterface
  interface Refusing {
    void refuse(Refusal refusal) throws IOException;
  }

  @Override
  public void onDataAvailable() throws IOException {
    ServletInputStream input = context.getRequest().getInputStream();
    byte[] bytes = new byte[AT_ONCE];
    while (!ended.get() && input.isReady() && !input.isFinished()) {
      int read = input.read(bytes);
      if (read < 0) {
        return;
      }
      body.write(bytes, 0, read);
      if (body.size() > WholeBody.MOST_BYTES) {
        refuse(WholeBody.TOO_LARGE);
      }
    }
  }

  @Override
  public void onAllDataRead() {
    if (end()) {
      whenWhole.accept(body.toByteArray());
    }
  }

  @Override
  public void onError(Throwable failure) {
    try {
      refuse(BROKEN);
    } catch (IOException clientIsGone) {
      context.complete();
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) throws IOException {
    refuse(
        new Refusal(
            HttpStatus.REQUEST_TIMEOUT,
            "The body was not there within %s s; nothing was stored."
                .formatted(context.getTimeout() / 1000)));
  }

  @Override
  public void onError(AsyncEvent event) {
    end();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    end();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // The request is somebody else's now, who waits for something else.
  }

  private void refuse(Refusal refusal) throws IOException {
    if (end()) {
      refusing.refuse(refusal);
      context.complete();
    }
  }

  /** True for the first who ends it: a time-out may come while the last bytes do. */
  private boolean end() {
    boolean first = ended.compareAndSet(false, true);
    if (first) {
      places.release();
    }
    return first;
  }
}
