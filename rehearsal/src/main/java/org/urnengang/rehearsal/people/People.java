package org.urnengang.rehearsal.people;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * {@code ./urnengang people}: a fictional civil register in the columns of docs/register.md, row by
 * row, the same for a seed on every machine.
 *
 * @param municipalities the towns, with their inhabitants
 * @param streets as in an election folder; without them frequent names of streets are taken
 * @param count how many persons
 * @param asOf the day whose state the register shows
 */
public record People(
    Path municipalities, Optional<Path> streets, long count, long seed, LocalDate asOf) {
  /** The columns, in their order. */
  public static final String HEADER =
      "register;person;title;prefix;family_name;given_names;sex;born;citizenships;exclusion;"
          + "exclusion_until;block;union_roll;abroad;ags;kind;moved_in;moved_out;street;number;"
          + "suffix;postcode;town\n";

  private static final String ELSEWHERE = "11000000";

  /**
   * Writes the register.
   *
   * @throws PeopleRefused if a file cannot be used
   */
  public void write(Path out) throws IOException {
    Towns towns = Towns.read(municipalities, streets);
    try (BufferedWriter writer = Files.newBufferedWriter(out)) {
      writer.write(HEADER);
      new Rows(writer, towns, new SplittableRandom(seed)).write();
    }
  }

  private final class Rows {
    private final BufferedWriter writer;
    private final Towns towns;
    private final SplittableRandom random;
    private final Households households;
    private long written;

    private Rows(BufferedWriter writer, Towns towns, SplittableRandom random) {
      this.writer = writer;
      this.towns = towns;
      this.random = random;
      this.households = new Households(random.split(), asOf);
    }

    void write() throws IOException {
      while (written < count) {
        List<Inhabitant> household = households.next();
        Address address = towns.address(random);
        LocalDate since = movedIn();
        for (Inhabitant person : household) {
          if (written < count) {
            person(person, address, person.born().isAfter(since) ? person.born() : since);
          }
        }
      }
    }

    /** Most people have lived where they live for years; some came in the last weeks. */
    private LocalDate movedIn() {
      int chance = random.nextInt(1000);
      int days = chance < 12 ? 60 : chance < 100 ? 365 : 365 * 25;
      return asOf.minusDays(random.nextInt(days));
    }

    private void person(Inhabitant person, Address address, LocalDate since) throws IOException {
      written++;
      writer.write(address.ags() + ';' + number() + ';' + person.fields() + ';' + marks(person));
      int chance = random.nextInt(1000);
      if (chance < 4) {
        gone(address, since);
      } else if (chance < 24) {
        dwelling(address.ags(), "main", since.toString(), "", address.fields());
        more(ELSEWHERE, "side", since.toString(), "", elsewhere());
      } else if (chance < 44 && since.isAfter(person.born())) {
        dwelling(address.ags(), "sole", since.toString(), "", address.fields());
        LocalDate before = earlier(person.born(), since);
        more(ELSEWHERE, "sole", before.toString(), since.toString(), elsewhere());
      } else {
        dwelling(address.ags(), "sole", since.toString(), "", address.fields());
      }
    }

    /** A number that says nothing about the person. */
    private String number() {
      return "P" + (10_000_000_000L + written);
    }

    private LocalDate earlier(LocalDate born, LocalDate since) {
      LocalDate before = since.minusDays(1 + random.nextInt(3000));
      return before.isBefore(born) ? born : before;
    }

    /** Moved abroad; the register still knows where to. */
    private void gone(Address address, LocalDate since) throws IOException {
      LocalDate left = since.plusDays(random.nextInt(400));
      LocalDate until = left.isAfter(asOf) ? asOf : left;
      dwelling(address.ags(), "sole", since.toString(), until.toString(), address.fields());
    }

    private String marks(Inhabitant person) {
      int chance = random.nextInt(10_000);
      String exclusion = chance == 1 ? "court" : "";
      String block = chance >= 100 && chance < 130 ? "51" : chance < 30 && chance > 1 ? "52" : "";
      boolean union = !person.citizenships().startsWith("DEU") && chance % 4 == 0;
      return exclusion + ";;" + block + ';' + (union ? "yes" : "") + ';';
    }

    private String elsewhere() {
      return "Turmstraße;" + (1 + random.nextInt(80)) + ";;10551;Berlin";
    }

    private void more(String ags, String kind, String from, String until, String address)
        throws IOException {
      writer.write(";".repeat(13));
      dwelling(ags, kind, from, until, address);
    }

    private void dwelling(String ags, String kind, String from, String until, String address)
        throws IOException {
      writer.write(';' + ags + ';' + kind + ';' + from + ';' + until + ';' + address + '\n');
    }
  }
}
