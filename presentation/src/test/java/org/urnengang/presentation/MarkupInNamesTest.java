package org.urnengang.presentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.urnengang.ledger.entry.Definition;
import org.urnengang.ledger.entry.EntryCodec;
import org.urnengang.ledger.fold.ResultState;
import org.urnengang.ledger.log.Hash;
import org.urnengang.ledger.log.MerkleTree;
import org.urnengang.presentation.page.Operator;
import org.urnengang.presentation.page.View;
import org.urnengang.presentation.result.DayState;
import org.urnengang.presentation.site.Address;
import org.urnengang.presentation.site.Address.InView;
import org.urnengang.presentation.site.Address.OfContent;
import org.urnengang.presentation.site.Address.OfDay;
import org.urnengang.presentation.site.Query;
import org.urnengang.presentation.site.Site;
import org.urnengang.rules.election.ElectionDay;
import org.urnengang.web.Assets;

/** Names are text everywhere, whatever is written in them. */
@Timeout(120)
class MarkupInNamesTest {
  private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z!][a-zA-Z0-9-]*)");
  private static final String DAY = "/" + SmallDay.KEY + "/";

  private static final Site SITE = new Site(Assets.load(), "", Operator.UNKNOWN);

  /** Well-known ways to smuggle markup, one a line. */
  private static final String PAYLOADS =
      """
        <script>alert(1)</script>
        <ScRiPt>alert(1)</sCrIpT>
        </title><script>alert(1)</script>
        "><script>alert(1)</script>
        '><script>alert(1)</script>
        " onmouseover="alert(1)
        ' onmouseover='alert(1)
        ` onmouseover=`alert(1)
        <img src=x onerror=alert(1)>
        <img src=x onerror="alert(1)"//
        <svg onload=alert(1)>
        <svg><script>alert(1)</script></svg>
        </svg><script>alert(1)</script>
        </text><script>alert(1)</script>
        <svg/onload=alert(1)//
        <body onload=alert(1)>
        <iframe src="javascript:alert(1)">
        <iframe srcdoc="<script>alert(1)</script>">
        <a href="javascript:alert(1)">x</a>
        <a href=" javascript:alert(1)">x</a>
        <math><mi xlink:href="data:x,<script>alert(1)</script>">
        <object data="javascript:alert(1)">
        <embed src="javascript:alert(1)">
        <form action="javascript:alert(1)"><button>
        <input autofocus onfocus=alert(1)>
        <details open ontoggle=alert(1)>
        <video><source onerror=alert(1)>
        <audio src=x onerror=alert(1)>
        <marquee onstart=alert(1)>
        <style>*{background:url(//x)}</style>
        <link rel=stylesheet href=//x>
        <meta http-equiv=refresh content=0;url=//x>
        <base href=//x/>
        <template><script>alert(1)</script></template>
        <noscript><p title="</noscript><img src=x onerror=alert(1)>">
        <textarea></textarea><script>alert(1)</script>
        <!--><script>alert(1)</script>-->
        --><script>alert(1)</script><!--
        <![CDATA[<script>alert(1)</script>]]>
        ]]><script>alert(1)</script>
        <?xml version="1.0"?><script/>
        <!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>
        &lt;script&gt;alert(1)&lt;/script&gt;
        &#60;script&#62;alert(1)&#60;/script&#62;
        &y;&amp;&
        %3Cscript%3Ealert(1)%3C/script%3E
        \\u003cscript\\u003ealert(1)
        \\x3cscript\\x3ealert(1)
        javascript:alert(1)
        data:text/html,<script>alert(1)</script>
        {{constructor.constructor('alert(1)')()}}
        ${alert(1)}
        #{7*7}
        <%= 7*7 %>
        @if(true)x@endif
        $unsafe{x}
        {0} {1,choice,0#x}
        '; DROP TABLE areas; --
        =HYPERLINK("http://x")
        <x y=1 z='2' "3">
        """;

  static Stream<String> payloads() {
    return PAYLOADS.lines();
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void a_name_with_markup_changes_no_element_of_any_document(String payload) {
    String harmless = payload.replaceAll("[^\\p{L}\\p{N}]", "x");
    DayState plain = state(SmallDay.day(harmless, harmless));
    DayState odd = state(SmallDay.day(payload, payload));
    for (String path :
        List.of(
            DAY,
            DAY + "bundestagswahl/",
            DAY + "bundestagswahl/wk-1",
            DAY + "bundestagswahl/adorf?map=share-1",
            DAY + "search?q=Bezirk",
            "/embed" + DAY + "bundestagswahl/wk-1/course",
            DAY + "bundestagswahl/adorf.svg",
            DAY + "feed.atom")) {
      String page = text(path, odd);
      assertThat(tags(page)).as(path).isEqualTo(tags(text(path, plain)));
      if (path.endsWith(".svg") || path.endsWith(".atom")) {
        assertThat(isXml(page)).as(path + " is XML").isTrue();
      }
    }
    assertThat(tags(SITE.tv(View.PLAIN, List.of(odd)).text().get()))
        .isEqualTo(tags(SITE.tv(View.PLAIN, List.of(plain)).text().get()));
  }

  static String text(String path, DayState state) {
    String[] parts = path.split("\\?");
    Address address = Query.parse(parts[0], parts.length > 1 ? parts[1] : "").orElseThrow();
    View view = address instanceof InView(_, View chosen) ? chosen : View.PLAIN;
    OfDay plain = (OfDay) (address instanceof InView(OfContent in, _) ? in : address);
    return SITE.document(plain, view, state).orElseThrow().text().get();
  }

  static DayState state(ElectionDay day) {
    TestLog log = new TestLog(day.origin());
    log.append(Definition.entries(day, day.elections().getFirst().pollsClose().at().minusHours(6)));
    log.append(SmallDay.night());
    ResultState result = new ResultState();
    MerkleTree tree = new MerkleTree();
    for (byte[] entry : log.from(0)) {
      result.apply(EntryCodec.decode(entry));
      tree.append(Hash.leaf(entry));
    }
    return new DayState(result, tree, log.key(), Optional.empty());
  }

  private static List<String> tags(String page) {
    return TAG.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private static boolean isXml(String text) {
    try {
      var document =
          DocumentBuilderFactory.newDefaultNSInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
      return document.getDocumentElement() != null;
    } catch (Exception e) {
      return false;
    }
  }
}
