package org.urnengang.presentation.page;

import java.util.List;
import java.util.Optional;
import org.urnengang.presentation.result.AreaResult;
import org.urnengang.presentation.result.Comparison;
import org.urnengang.rules.tally.Progress;

/**
 * The page of an election in one area.
 *
 * @param frame what stands around it
 * @param crumbs the way to it
 * @param name of the area
 * @param sub of which election and what kind of area
 * @param badge how sure the result is
 * @param counted how many districts are counted
 * @param at time of the version for machines
 * @param time time of the version
 * @param lead the result in words, empty for a referendum
 * @param count how far the count is
 * @param referendum the answers of a referendum
 * @param votes the tables of the votes, none for a referendum
 * @param seats the seats of the whole election
 * @param majority whether somebody has more than half of the votes
 * @param change gains and losses, empty if there is nothing to compare with
 * @param course how the shares moved during the count
 * @param areas the areas below
 * @param district the form of a district
 * @param proof how to check the page
 * @param corrections address of all corrections
 * @param search the search
 * @param files the same figures as files
 */
public record AreaView(
    Frame frame,
    List<Link> crumbs,
    String name,
    String sub,
    Badge badge,
    String counted,
    String at,
    String time,
    Optional<Lead> lead,
    CountView count,
    Optional<ReferendumView> referendum,
    List<VoteTable> votes,
    Optional<SeatsView> seats,
    Optional<MajorityView> majority,
    Optional<ChangeView> change,
    Optional<CourseView> course,
    List<AreasTable> areas,
    Optional<DistrictView> district,
    ProofView proof,
    String corrections,
    FindView search,
    List<FileLink> files) {

  static AreaView of(Context context, AreaResult result) {
    Words words = context.words();
    Optional<ReferendumView> referendum =
        result.election().question().map(question -> ReferendumView.of(context, result, question));
    Optional<Lead> lead = lead(context, result);
    Optional<Comparison> comparison = Comparison.of(result);
    String counted = counted(words, result);
    String announcement = counted + ". " + lead.map(l -> l.strong() + ' ' + l.rest()).orElse("");
    return new AreaView(
        Frame.of(
                context,
                title(context, result),
                context.address(result),
                result.version(),
                announcement)
            .withImage(image(context, result)),
        Crumbs.of(context, result),
        name(result),
        sub(context, result),
        Badge.of(words, result),
        counted,
        result.at().toString(),
        words.second(result.at()),
        lead,
        CountView.of(context, result),
        referendum,
        votes(context, result, comparison),
        SeatsView.of(context, result),
        MajorityView.of(context, result),
        ChangeView.of(context, result, comparison),
        CourseView.of(context, result),
        AreasTable.of(context, result),
        DistrictView.of(context, result),
        ProofView.of(context, result),
        context.address() + "corrections",
        FindView.of(context, ""),
        FileLink.of(context, result));
  }

  /** Neither a referendum nor a district that another one counts has somebody ahead. */
  private static Optional<Lead> lead(Context context, AreaResult result) {
    return hasVotes(result) ? Optional.of(Lead.of(context, result)) : Optional.empty();
  }

  private static List<VoteTable> votes(
      Context context, AreaResult result, Optional<Comparison> comparison) {
    return hasVotes(result) ? VoteTable.of(context, result, comparison) : List.of();
  }

  private static boolean hasVotes(AreaResult result) {
    return result.election().question().isEmpty() && result.mergedInto().isEmpty();
  }

  private static String counted(Words words, AreaResult result) {
    return result.mergedInto().isPresent()
        ? words.text("counted.elsewhere")
        : counted(words, result.progress());
  }

  /** The picture of this version; it stays the same. */
  private static String image(Context context, AreaResult result) {
    return context.outside() + FileLink.page(context, result) + ".png?v=" + result.version();
  }

  private static String name(AreaResult result) {
    return result.isTop() ? result.election().name() : Context.name(result);
  }

  static String counted(Words words, Progress progress) {
    return words.text("counted", progress.received(), progress.expected());
  }

  private static String title(Context context, AreaResult result) {
    return context
        .words()
        .text(
            "title.area",
            Context.name(result),
            result.election().name(),
            context.words().date(context.day().date()));
  }

  /** Constituencies are known by their number. */
  private static String sub(Context context, AreaResult result) {
    Words words = context.words();
    String date = words.longDate(context.day().date());
    String id = result.area().id();
    String level = words.text("level." + result.area().level().key());
    String what =
        result.isTop()
            ? result.area().name()
            : id.matches("wk-\\d+") ? level + ' ' + id.substring("wk-".length()) : level;
    String name = result.isTop() ? result.election().title() : result.election().name();
    return words.text("area.sub", name, date, what);
  }
}
