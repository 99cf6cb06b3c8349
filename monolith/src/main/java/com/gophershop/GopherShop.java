package com.gophershop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The shop as one process: every direct sub-package is a module that owns its data. */
@SpringBootApplication
public class GopherShop {

  public static void main(String[] args) {
    SpringApplication.run(GopherShop.class, args);
  }
}
