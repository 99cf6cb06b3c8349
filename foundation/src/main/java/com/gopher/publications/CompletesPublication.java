package com.gopher.publications;

import com.gopher.Api;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The transaction of this method is the last that a listener writes in: where a listener without a
 * transaction of its own calls it, the event publication is completed with it, both or neither. It
 * does nothing where no listener has called.
 *
 * <p>A listener that opens a transaction itself, as {@code @ApplicationModuleListener} does, needs
 * no mark. A listener that writes in another transaction after this one must not have it: it would
 * be taken for done before it is.
 */
@Api
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface CompletesPublication {}
