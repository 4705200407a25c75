package org.urnengang.ledger.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.urnengang.ledger.SmallNight.FEDERAL;
import static org.urnengang.ledger.SmallNight.NEIGHBOUR;
import static org.urnengang.ledger.SmallNight.at;
import static org.urnengang.ledger.SmallNight.corrected;
import static org.urnengang.ledger.SmallNight.reported;
import static org.urnengang.ledger.SmallNight.withdrawn;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urnengang.ledger.SmallNight;
import org.urnengang.ledger.entry.Entry;
import org.urnengang.ledger.entry.Entry.Adopted;
import org.urnengang.ledger.entry.Entry.Declared;
import org.urnengang.ledger.entry.Entry.Merged;
import org.urnengang.ledger.entry.Entry.OfElection;
import org.urnengang.ledger.entry.Entry.Turnout;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.log.Checkpoint;
import org.urnengang.ledger.log.Hash;
import org.urnengang.ledger.log.MerkleTree;
import org.urnengang.ledger.log.SigningKey;
import org.urnengang.rules.tally.Progress;

/** Entries of a neighbour's ledger in this one. */
class AdoptionTest {
  private static final String ORIGIN = "sued/2017-09-24-probe";

  private final ResultState state = SmallNight.opened();
  private final ElectionState election = SmallNight.election(state, FEDERAL);
  private final List<Entry> neighbour = new ArrayList<>(SmallNight.opening());
  private final MerkleTree tree = new MerkleTree();

  @BeforeEach
  void grow_the_neighbours_ledger() {
    neighbour.add(reported(5, "nachbar-1"));
    neighbour.add(corrected(6, "nachbar-1", "D1=29 D2=20", "D1=20 D2=29"));
    neighbour.add(withdrawn(7, "nachbar-1"));
    neighbour.add(reported(8, "nachbar-b"));
    neighbour.add(reported(9, "stadt-1"));
    neighbour.add(new Turnout(at(-60), FEDERAL, "nachbar", 40));
    neighbour.add(new Declared(at(30), FEDERAL, Entry.Status.PRELIMINARY, "x"));
    neighbour.add(new Merged(at(31), FEDERAL, "nachbar-1", "stadt-1", "12 Wählende"));
    neighbour.forEach(entry -> tree.append(Hash.leaf(EntryCodec.encode(entry))));
  }

  private long index(OfElection entry) {
    return neighbour.indexOf(entry);
  }

  private Adopted adopted(OfElection entry) {
    return adopted(40, index(entry), tree.size(), NEIGHBOUR, entry);
  }

  private Adopted adopted(int minutes, long index, long size, SigningKey key, OfElection entry) {
    String note = new Checkpoint(ORIGIN, size, tree.root(size)).sign(key);
    return new Adopted(at(minutes), ORIGIN, index, note, proof(index, size), entry);
  }

  private List<String> proof(long index, long size) {
    return tree.inclusionProof(index, size).stream()
        .map(Base64.getEncoder()::encodeToString)
        .toList();
  }

  private void assertRefused(Adopted entry, String message) {
    String before = StatePicture.of(state);
    assertThatThrownBy(() -> state.apply(entry))
        .isInstanceOf(RefusedEntry.class)
        .hasMessageContaining(message);
    assertThat(StatePicture.of(state)).isEqualTo(before);
  }

  private Progress progress(String area) {
    return election.tally().progress(election.day().areas().indexOf(area));
  }

  @Test
  void a_proved_entry_counts_as_if_it_were_an_own_one() {
    state.apply(reported(3, "stadt-1"));
    state.apply(adopted(reported(5, "nachbar-1")));

    assertThat(progress("wk-136")).isEqualTo(new Progress(4, 2, 2, 0));
    assertThat(progress("nachbar").received()).isEqualTo(1);
    int area = election.day().areas().indexOf("nachbar");
    assertThat(election.changedAt(area)).as("when this ledger took it").isEqualTo(at(40));
    assertThat(election.changed(area)).isEqualTo(state.version());
    assertThat(state.lastAt()).contains(at(40));
    assertThat(election.facts().getLast().entry()).isEqualTo(reported(5, "nachbar-1"));
  }

  @Test
  void a_neighbours_whole_count_is_adopted_in_its_order() {
    state.apply(adopted(reported(5, "nachbar-1")));
    state.apply(adopted(corrected(6, "nachbar-1", "D1=29 D2=20", "D1=20 D2=29")));
    state.apply(adopted(withdrawn(7, "nachbar-1")));
    state.apply(adopted(reported(8, "nachbar-b")));
    state.apply(adopted(new Merged(at(31), FEDERAL, "nachbar-1", "stadt-1", "12 Wählende")));

    assertThat(progress("nachbar")).isEqualTo(new Progress(0, 1, 0, 1));
  }

  @Test
  void an_entry_is_proved_under_every_later_checkpoint() {
    OfElection entry = reported(5, "nachbar-1");
    for (long size = index(entry) + 1; size <= tree.size(); size++) {
      SmallNight.opened().apply(adopted(40, index(entry), size, NEIGHBOUR, entry));
    }
  }

  @Test
  void an_entry_that_was_adopted_or_passed_over_is_not_adopted_again() {
    Adopted report = adopted(reported(5, "nachbar-1"));
    state.apply(report);
    assertRefused(report, "übernommen oder überholt");
    state.apply(adopted(withdrawn(7, "nachbar-1")));

    assertRefused(report, "übernommen oder überholt");
    assertRefused(adopted(corrected(6, "nachbar-1", "D1=29 D2=20", "D1=20 D2=29")), "überholt");
  }

  @Test
  void a_refused_adoption_may_be_tried_again() {
    OfElection entry = reported(5, "nachbar-1");
    SigningKey forger = SigningKey.generate(ORIGIN);
    assertRefused(adopted(40, index(entry), tree.size(), forger, entry), "unterschrieben");
    assertRefused(adopted(40, index(entry), tree.size(), SigningKey.generate("x"), entry), "");

    state.apply(adopted(entry));
  }

  @Test
  void what_the_checkpoint_does_not_prove_is_refused() {
    OfElection entry = reported(5, "nachbar-1");
    Adopted right = adopted(entry);
    List<String> backwards = new ArrayList<>(right.proof());
    Collections.reverse(backwards);
    List<String> shorter = right.proof().subList(1, right.proof().size());

    assertRefused(
        with(right, right.index(), reported(6, "nachbar-1"), right.proof()), "steht nicht");
    assertRefused(with(right, right.index() + 1, entry, right.proof()), "");
    assertRefused(with(right, tree.size(), entry, right.proof()), "passt nicht");
    assertRefused(with(right, right.index(), entry, backwards), "steht nicht");
    assertRefused(with(right, right.index(), entry, shorter), "passt nicht");
    assertRefused(with(right, right.index(), entry, List.of()), "passt nicht");
    assertRefused(with(right, right.index(), entry, List.of("*")), "");
    assertRefused(with(right, right.index(), entry, List.of("YQ==")), "passt nicht");
  }

  private static Adopted with(Adopted a, long index, OfElection entry, List<String> proof) {
    return new Adopted(a.at(), a.origin(), index, a.checkpoint(), proof, entry);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sued/2017-09-24", "sued", "", "nord/2017-09-24-probe", "ost/x"})
  void an_origin_without_a_key_in_the_definition_is_refused(String origin) {
    Adopted right = adopted(reported(5, "nachbar-1"));

    assertRefused(
        new Adopted(
            right.at(), origin, right.index(), right.checkpoint(), right.proof(), right.entry()),
        "kein Schlüssel");
  }

  @Test
  void a_neighbour_speaks_for_its_own_districts_only() {
    assertRefused(adopted(reported(9, "stadt-1")), "stadt-1 zählt nicht sued");
    assertRefused(adopted(new Turnout(at(-60), FEDERAL, "nachbar", 40)), "nur Einträge");
    assertRefused(
        adopted(new Declared(at(30), FEDERAL, Entry.Status.PRELIMINARY, "x")), "nur Einträge");
    assertRefused(
        adopted((OfElection) neighbour.get(SmallNight.opening().size() - 1)), "nur Einträge");
  }

  @Test
  void an_adopted_entry_obeys_the_rules_of_an_own_one() {
    assertRefused(adopted(withdrawn(7, "nachbar-1")), "noch nichts gemeldet");
    state.apply(reported(1, "nachbar-b"));
    assertRefused(adopted(reported(8, "nachbar-b")), "hat schon gemeldet");
  }

  @Test
  void the_gate_holds_for_the_time_of_the_adoption_too() {
    OfElection entry = reported(5, "nachbar-1");

    assertRefused(adopted(-1, index(entry), tree.size(), NEIGHBOUR, entry), "geöffnet");
  }

  @Test
  void nothing_is_adopted_before_the_opening() {
    assertThatThrownBy(() -> new ResultState().apply(adopted(reported(5, "nachbar-1"))))
        .isInstanceOf(RefusedEntry.class)
        .hasMessageContaining("Vor der Eröffnung");
  }
}
