package com.gopher.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Accepts plain JSON only. A page of another site can make a browser send forms and texts anywhere;
 * for JSON the browser asks beforehand, and is not allowed.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#cors-safelisted-request-header">Fetch, safelisted
 *     request headers</a>
 */
final class JsonBodiesOnly implements RequestRule {

  @Override
  public @Nullable Refusal check(HttpServletRequest request) {
    String type = request.getContentType();
    if (type == null ? hasBody(request) : isRefused(type, request)) {
      return unsupported("A body is read as application/json only; nothing was stored.");
    }
    if (isEncoded(request)) {
      return unsupported("A body is read without Content-Encoding only; nothing was stored.");
    }
    return null;
  }

  private static boolean isRefused(String type, HttpServletRequest request) {
    return !isJson(type) && (isForm(type) || isRange(type) || writes(request));
  }

  private static boolean writes(HttpServletRequest request) {
    return RequestRule.isWrite(request) || hasBody(request);
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  private static boolean isEncoded(HttpServletRequest request) {
    return Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)).stream()
        .anyMatch(encoding -> !encoding.strip().equalsIgnoreCase("identity"));
  }

  /** A form is parsed as soon as a parameter is asked for, whatever the method is. */
  private static boolean isForm(String type) {
    String lower = type.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("multipart/") || lower.startsWith("application/x-www-form-urlencoded");
  }

  /** A range belongs into Accept: as a type it makes every reader of the headers fail. */
  private static boolean isRange(String type) {
    return type.indexOf('*') >= 0;
  }

  private static boolean isJson(String type) {
    try {
      MediaType parsed = MediaType.parseMediaType(type);
      return parsed.isConcrete()
          && parsed.getType().equals("application")
          && (parsed.getSubtype().equals("json") || parsed.getSubtype().endsWith("+json"));
    } catch (InvalidMediaTypeException noType) {
      return false;
    }
  }

  private static Refusal unsupported(String detail) {
    return new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail);
  }
}
