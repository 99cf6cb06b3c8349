package com.gopher.database;

import com.gopher.Api;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * Migrates the {@link Schemas} of the application before anything else can ask the database, and
 * gives it one {@link javax.sql.DataSource} with one login, the administrator's. The application
 * declares a bean of {@link Schemas} and one of {@link DatabaseSettings}.
 *
 * @see EnableModuleLogins
 */
@Api
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Import(LoginsSelector.class)
public @interface EnableSchemas {}
