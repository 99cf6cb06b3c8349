package com.gophershop.delivery;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Calls the shipping process where the castle calls a method. */
@Component
class ShippingCalls {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final RestClient http;

  /**
   * @param shipping where that process answers, {@code shipping.url}
   */
  ShippingCalls(@Value("${shipping.url}") String shipping) {
    // The JDK's client would otherwise offer HTTP/2 with each call, which costs and brings nothing.
    var client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
    var requests = new JdkClientHttpRequestFactory(client.build());
    requests.setReadTimeout(ANSWER);
    this.http = RestClient.builder().baseUrl(shipping).requestFactory(requests).build();
  }

  /**
   * Returns when the parcel is stored.
   *
   * @throws org.springframework.web.client.RestClientException if there was no answer in time, or
   *     another one; the listener that called is then tried again
   */
  void prepare(UUID orderId) {
    http.put().uri("/shipping/parcels/{orderId}", orderId).retrieve().toBodilessEntity();
  }
}
