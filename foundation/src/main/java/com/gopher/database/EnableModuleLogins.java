package com.gopher.database;

import com.gopher.Api;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * {@link EnableSchemas} with two database logins for each schema: the owner migrates it, the app
 * reads and writes its rows. The app's login is chosen by the transaction, so that the database
 * itself refuses one module the tables of another.
 */
@Api
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@EnableSchemas
public @interface EnableModuleLogins {}
