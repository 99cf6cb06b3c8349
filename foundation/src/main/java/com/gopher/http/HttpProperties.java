package com.gopher.http;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may speak to the application besides this machine.
 *
 * @param hosts further names by which clients reach it, without port
 * @param origins further origins whose pages may write, such as {@code https://desk.example}
 */
@ConfigurationProperties("http")
record HttpProperties(@DefaultValue List<String> hosts, @DefaultValue List<String> origins) {}
