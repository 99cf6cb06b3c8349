package com.gopher.road;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** All that a process with an open road needs. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "outbox.enabled", havingValue = "true")
@ComponentScan
public class RoadConfiguration {}
