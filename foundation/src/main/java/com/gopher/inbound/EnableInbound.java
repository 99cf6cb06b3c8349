package com.gopher.inbound;

import com.gopher.Api;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * Makes the topics and starts the batch listeners that hand their records to {@link Inbound},
 * unless {@code inbound.enabled=false}.
 */
@Api
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Import({InboundConfiguration.class, RenamedProperties.class})
public @interface EnableInbound {}
