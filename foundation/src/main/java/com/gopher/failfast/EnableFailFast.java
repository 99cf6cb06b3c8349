package com.gopher.failfast;

import com.gopher.Api;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * Ends the process when a part of it that works by itself, such as a scheduled task, meets an
 * {@link Error}: what starts it again is better at recovering than the process itself. An
 * application may declare a {@link ProcessEnd}.
 */
@Api
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Import(FailFastConfiguration.class)
public @interface EnableFailFast {}
