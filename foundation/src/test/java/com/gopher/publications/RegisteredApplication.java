package com.gopher.publications;

import org.springframework.context.annotation.Configuration;

/** The same application with a registry: one line more. */
@Configuration(proxyBeanMethods = false)
@EnablePublications
class RegisteredApplication extends PublishingApplication {}
