package org.urnengang.office.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says who may call a controller's method. Without it the office does not start. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allow {
  Permission value();

  /** Whether whoever calls it must have proved a short time ago who they are. */
  boolean confirmed() default false;
}
