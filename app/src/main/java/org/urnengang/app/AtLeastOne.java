package org.urnengang.app;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number from 1. */
final class AtLeastOne implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String value) {
    int number = Integer.parseInt(value);
    if (number < 1) {
      throw new TypeConversionException("from 1");
    }
    return number;
  }
}
