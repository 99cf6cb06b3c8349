package com.gopher.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * An answer that nobody reads to its end is cut off. By itself the HTTP client reads on when an
 * answer is closed, to use the connection again: with a stream of events whose client has left,
 * that would last as long as the stream, and the backend would never hear that nobody listens.
 */
final class AbandonedAnswers implements ExecChainHandler {

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    ClassicHttpResponse response = chain.proceed(request, scope);
    HttpEntity entity = response.getEntity();
    if (entity != null && entity.isStreaming()) {
      response.setEntity(new CutOff(entity, scope.execRuntime));
    }
    return response;
  }

  private static final class CutOff extends HttpEntityWrapper {

    private final ExecRuntime connection;
    private boolean isAtEnd;

    CutOff(HttpEntity entity, ExecRuntime connection) {
      super(entity);
      this.connection = connection;
    }

    @Override
    public InputStream getContent() throws IOException {
      return new FilterInputStream(super.getContent()) {
        @Override
        public int read() throws IOException {
          return noted(super.read());
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
          return noted(super.read(target, offset, length));
        }

        @Override
        public void close() throws IOException {
          if (!isAtEnd) {
            connection.discardEndpoint();
          }
          super.close();
        }
      };
    }

    private int noted(int read) {
      isAtEnd = isAtEnd || read < 0;
      return read;
    }
  }
}
