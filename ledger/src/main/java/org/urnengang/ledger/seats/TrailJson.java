package org.urnengang.ledger.seats;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.urnengang.ledger.json.JsonValue;
import org.urnengang.ledger.json.JsonValue.JsonObject;
import org.urnengang.rules.seats.Fraction;
import org.urnengang.rules.seats.LotCase;
import org.urnengang.rules.seats.Share;
import org.urnengang.rules.seats.Stage;
import org.urnengang.rules.seats.Step;

/**
 * Der Rechenweg als JSON. A step is an object: {@code step} is its kind, the other members are its
 * components under their names in lower case with underscores. A fraction is the text {@code
 * 27218/43}, a share {@code 1/20}, a stage {@code land-lists:5}; an empty component is left out.
 */
public final class TrailJson {
  private TrailJson() {}

  /** All steps in order. */
  public static JsonValue of(List<Step> trail) {
    return JsonValue.of(trail.stream().map(TrailJson::step).toList());
  }

  /** What a lot has to decide. */
  public static JsonValue of(LotCase lot) {
    return record(JsonValue.object(), lot);
  }

  private static JsonValue step(Step step) {
    return record(
        JsonValue.object().put("step", word(step.getClass().getSimpleName())), (Record) step);
  }

  private static JsonObject record(JsonValue.Builder object, Record value) {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object read = read(component, value);
      if (!(read instanceof Optional<?> optional && optional.isEmpty())) {
        object.put(word(component.getName()).replace('-', '_'), json(read));
      }
    }
    return object.build();
  }

  private static Object read(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonValue json(Object value) {
    return switch (value) {
      case Optional<?> optional -> json(optional.orElseThrow());
      case Number number -> JsonValue.of(number.longValue());
      case Boolean truth -> JsonValue.of(truth.booleanValue());
      case Enum<?> constant ->
          JsonValue.of(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      case Fraction fraction -> JsonValue.of(fraction.toString());
      case Share share -> JsonValue.of(share.numerator() + "/" + share.denominator());
      case Stage stage -> JsonValue.of(stage.toString());
      case Collection<?> items -> JsonValue.of(items.stream().map(TrailJson::json).toList());
      case Map<?, ?> map -> map(map);
      case Record record -> record(JsonValue.object(), record);
      default -> JsonValue.of(value.toString());
    };
  }

  private static JsonObject map(Map<?, ?> map) {
    JsonValue.Builder object = JsonValue.object();
    map.forEach((key, value) -> object.put(String.valueOf(key), json(value)));
    return object.build();
  }

  /** Words of a name in lower case with hyphens: {@code ListMinimum} is {@code list-minimum}. */
  private static String word(String name) {
    return name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
