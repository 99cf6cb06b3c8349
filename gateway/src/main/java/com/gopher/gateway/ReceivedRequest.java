package com.gopher.gateway;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;

/**
 * A request whose body is there. It came just now, also if it was dispatched again when its body
 * was whole: filters that look at a request only once have not seen it yet.
 */
final class ReceivedRequest extends HttpServletRequestWrapper {

  private final ServletInputStream body;
  private boolean isNew = true;

  ReceivedRequest(HttpServletRequest request, byte[] bytes) {
    super(request);
    this.body = new Bytes(new ByteArrayInputStream(bytes));
  }

  @Override
  public DispatcherType getDispatcherType() {
    return isNew ? DispatcherType.REQUEST : super.getDispatcherType();
  }

  @Override
  public AsyncContext startAsync() {
    isNew = false;
    return super.startAsync();
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    isNew = false;
    return super.startAsync(request, response);
  }

  @Override
  public ServletInputStream getInputStream() {
    return body;
  }

  private static final class Bytes extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    Bytes(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("The body is there: nothing has to be waited for");
    }
  }
}
