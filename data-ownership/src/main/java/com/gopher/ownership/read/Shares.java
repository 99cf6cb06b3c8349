package com.gopher.ownership.read;

import com.gopher.ownership.mention.Place;
import com.gopher.ownership.mention.Share;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.text.Supplier;
import com.gopher.ownership.text.Text;
import com.gopher.ownership.text.TextUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.MethodNode;

/**
 * Divides a text among those who wrote it: what a class supplied to another module's code is its
 * own, wherever that code hands it on.
 */
final class Shares {

  private static final String MARKS = ".\"`[]";

  private final Modules modules;
  private final Callers callers;

  Shares(Modules modules, Callers callers) {
    this.modules = modules;
    this.callers = callers;
  }

  /** A place, and what of the text is its. */
  record Shared(Place place, Share share) {}

  /**
   * @param place where the text is handed on, which has what nobody else supplied
   */
  List<Shared> of(Text text, TextUse use, Place place) {
    List<Shared> shared = new ArrayList<>();
    if (text.parts().isEmpty()) {
      return use.way().foreign() ? List.of() : List.of(new Shared(place, Share.ALL));
    }
    Map<Place, List<Share.Span>> supplied = new LinkedHashMap<>();
    List<Share.Span> others = new ArrayList<>();
    for (Text.Part part : text.parts()) {
      Supplier supplier = part.supplier();
      MethodNode asked = supplier.asked();
      Share.Span span =
          asked == null
              ? new Share.Span(part.start(), part.end(), false)
              : withMarks(part, text.string());
      if (asked != null) {
        if (callers.has(asked) || callers.areAllElsewhere(supplier.type())) {
          addUnknown(span, others);
        }
      } else if (supplier.object() == 0
          && (use.way().foreign() || !supplier.type().equals(use.type()))) {
        others.add(span);
        supplied.computeIfAbsent(place(supplier, use), key -> new ArrayList<>()).add(span);
      } else if (supplier.object() != 0 && isAnswerToOthers(use)) {
        others.add(span);
      }
    }
    if (!use.way().foreign()) {
      shared.add(new Shared(place, Share.allBut(others)));
    }
    supplied.forEach((at, spans) -> shared.add(new Shared(at, Share.of(spans))));
    return shared;
  }

  /**
   * What an object was made with goes with that object: where another module asks it for a text, it
   * is judged there, as each asks the object that it means.
   */
  private boolean isAnswerToOthers(TextUse use) {
    return use.owner().isEmpty()
        && use.callee().equals("return")
        && callers.askElsewhere(use.method());
  }

  /** The quotes and dots around an unknown part make it a name, and are nobody's. */
  private static Share.Span withMarks(Text.Part part, String text) {
    int start = part.start();
    int end = part.end();
    while (start > 0 && MARKS.indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    while (end < text.length() && MARKS.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return new Share.Span(start, end, true);
  }

  private static void addUnknown(Share.Span span, List<Share.Span> spans) {
    Share.Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
    if (last != null && last.unknown() && span.start() <= last.end()) {
      spans.set(spans.size() - 1, new Share.Span(last.start(), span.end(), true));
    } else {
      spans.add(span);
    }
  }

  private Place place(Supplier supplier, TextUse use) {
    String module = modules.of(supplier.type());
    Place place = Place.in(module, supplier.type(), supplier.member(), supplier.line());
    return place.by(use.way().shown());
  }
}
