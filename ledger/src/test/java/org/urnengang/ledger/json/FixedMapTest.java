package org.urnengang.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.urnengang.ledger.json.JsonValue.JsonObject;

/** Members of an object behave as any sorted map, but do not change. */
class FixedMapTest {
  private static final TreeMap<String, JsonValue> TREE =
      new TreeMap<>(Map.of("b", JsonValue.of(1), "d", JsonValue.of(2), "ä", JsonValue.of(3)));

  private static SortedMap<String, JsonValue> fixed(SortedMap<String, JsonValue> map) {
    return JsonObject.of(map).members();
  }

  @Test
  void it_is_equal_to_a_map_with_the_same_members() {
    SortedMap<String, JsonValue> fixed = fixed(TREE);

    assertThat(fixed).isEqualTo(TREE).hasSameHashCodeAs(TREE).hasToString(TREE.toString());
    assertThat(TREE).isEqualTo(fixed);
    assertThat(List.copyOf(fixed.keySet())).containsExactly("b", "d", "ä");
    assertThat(fixed.firstKey()).isEqualTo("b");
    assertThat(fixed.lastKey()).isEqualTo("ä");
    assertThat(fixed.get("d")).isEqualTo(JsonValue.of(2));
    assertThat(fixed.get("c")).isNull();
    assertThat(fixed.containsKey("c")).isFalse();
    assertThat(fixed.comparator()).isNull();
  }

  @Test
  void parts_of_it_are_those_of_a_sorted_map() {
    SortedMap<String, JsonValue> fixed = fixed(TREE);

    assertThat(fixed.subMap("b", "d")).isEqualTo(TREE.subMap("b", "d"));
    assertThat(fixed.headMap("d")).isEqualTo(TREE.headMap("d"));
    assertThat(fixed.tailMap("c")).isEqualTo(TREE.tailMap("c"));
  }

  @Test
  void a_map_in_another_order_is_sorted() {
    SortedMap<String, JsonValue> backwards = new TreeMap<>(Comparator.reverseOrder());
    backwards.putAll(TREE);

    assertThat(List.copyOf(fixed(backwards).keySet())).containsExactly("b", "d", "ä");
  }

  @Test
  void it_cannot_change_and_an_empty_one_has_no_first() {
    SortedMap<String, JsonValue> fixed = fixed(TREE);

    assertThatThrownBy(() -> fixed.put("x", JsonValue.of(1)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> fixed.remove("b")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> fixed.entrySet().iterator().next().setValue(JsonValue.of(1)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> fixed(new TreeMap<>()).firstKey())
        .isInstanceOf(NoSuchElementException.class);
  }
}
