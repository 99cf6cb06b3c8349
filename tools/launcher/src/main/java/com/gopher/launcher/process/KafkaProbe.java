package com.gopher.launcher.process;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Asks a broker which brokers its cluster has (DescribeCluster, version 0, of the <a
 * href="https://kafka.apache.org/protocol.html">Kafka protocol</a>). An open port alone would not
 * do: a broker opens it before it takes part in the cluster.
 *
 * <p>One request by hand instead of Kafka's client: that would bring a dozen threads and megabytes
 * of libraries into a program that lives for a second.
 */
record KafkaProbe(URI url) implements Probe {

  private static final int PATIENCE_MILLIS = 3_000;
  private static final int LARGEST_ANSWER = 1_000_000;
  private static final short DESCRIBE_CLUSTER = 60;
  private static final int CORRELATION = 1;

  @Override
  public boolean isAnswering() {
    return brokers() >= 0;
  }

  @Override
  public boolean isReady() {
    return brokers() > 0;
  }

  /** Returns how many brokers take part in the cluster; -1 if it does not answer. */
  private int brokers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request());
      var answer = new DataInputStream(socket.getInputStream());
      int size = answer.readInt();
      return size < 0 || size > LARGEST_ANSWER
          ? -1
          : brokersIn(ByteBuffer.wrap(answer.readNBytes(size)));
    } catch (IOException | RuntimeException noAnswer) {
      return -1;
    }
  }

  private static byte[] request() throws IOException {
    var body = new ByteArrayOutputStream();
    var fields = new DataOutputStream(body);
    fields.writeShort(DESCRIBE_CLUSTER);
    fields.writeShort(0);
    fields.writeInt(CORRELATION);
    byte[] client = "shop-probe".getBytes(StandardCharsets.UTF_8);
    fields.writeShort(client.length);
    fields.write(client);
    fields.writeByte(0); // no tagged fields in the header
    fields.writeBoolean(false); // without the authorized operations
    fields.writeByte(0); // no tagged fields
    return ByteBuffer.allocate(Integer.BYTES + body.size())
        .putInt(body.size())
        .put(body.toByteArray())
        .array();
  }

  private static int brokersIn(ByteBuffer answer) throws IOException {
    if (answer.getInt() != CORRELATION) {
      throw new IOException("Not the answer to the request");
    }
    skipTaggedFields(answer);
    answer.getInt(); // throttle time
    short error = answer.getShort();
    skipText(answer);
    if (error != 0) {
      return 0;
    }
    skipText(answer); // cluster id
    answer.getInt(); // controller
    return Math.max(0, unsigned(answer) - 1);
  }

  private static void skipTaggedFields(ByteBuffer answer) {
    for (int left = unsigned(answer); left > 0; left--) {
      unsigned(answer);
      skip(answer, unsigned(answer));
    }
  }

  /** A compact string: its length plus one, zero for null. */
  private static void skipText(ByteBuffer answer) {
    skip(answer, Math.max(0, unsigned(answer) - 1));
  }

  private static void skip(ByteBuffer answer, int bytes) {
    answer.position(answer.position() + bytes);
  }

  private static int unsigned(ByteBuffer answer) {
    int value = 0;
    for (int shift = 0; shift < 32; shift += 7) {
      byte next = answer.get();
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("Not a number of the protocol");
  }
}
