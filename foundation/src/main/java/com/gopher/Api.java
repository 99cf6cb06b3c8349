package com.gopher;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type that applications use. It keeps its name and its meaning; everything else may change
 * at any time, also where Java or a framework wants it to be public.
 */
@Api
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Documented
public @interface Api {}
