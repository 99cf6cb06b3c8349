package com.gopher.gateway;

import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/**
 * How the gateway talks to backends. What a client library does of itself is switched off: it would
 * repeat requests, follow redirects that are meant for the client, and unpack what the client asked
 * to have packed.
 */
@Configuration(proxyBeanMethods = false)
class BackendConnections {

  private static final int MOST_CONNECTIONS = 512;
  private static final Duration FREE_CONNECTION_WITHIN = Duration.ofMillis(500);

  /** Below the 20 s after which a backend closes an idle connection: a request would meet that. */
  private static final TimeValue IDLE = TimeValue.ofSeconds(10);

  @Bean
  CloseableHttpClient backendClient(GatewayProperties properties) {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(properties.connectWithin()))
                        .build())
                .build())
        .setKeepAliveStrategy((response, context) -> IDLE)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableDefaultUserAgent()
        .addExecInterceptorFirst("abandoned-answers", new AbandonedAnswers())
        .build();
  }

  @Bean
  ClientHttpRequestFactory backendRequests(CloseableHttpClient backendClient, RouteTable routes) {
    var factory = new HttpComponentsClientHttpRequestFactory(backendClient);
    factory.setHttpContextFactory((method, url) -> context(routes, method, url));
    return factory;
  }

  private static HttpClientContext context(RouteTable routes, HttpMethod method, URI url) {
    var settings =
        RequestConfig.custom()
            .setConnectionRequestTimeout(Timeout.of(FREE_CONNECTION_WITHIN))
            .setProtocolUpgradeEnabled(false);
    routes
        .of(method, url.getRawPath())
        .ifPresent(route -> settings.setResponseTimeout(Timeout.of(route.silence())));
    HttpClientContext context = HttpClientContext.create();
    context.setRequestConfig(settings.build());
    return context;
  }
}
