package com.gopher.publications;

import com.gopher.Api;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * Keeps Spring Modulith's registry of event publications, and retries what its listeners have not
 * finished. Without it, events are Spring's plain application events: no registry, no table, and no
 * second attempt, although Spring Modulith's starter is on the class path.
 *
 * <p>Stands on the class that starts the application, or on a configuration found by its scan.
 */
@Api
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Import(PublicationsConfiguration.class)
public @interface EnablePublications {}
