package com.gopher.course.author;

import com.gopher.course.state.States;
import java.util.List;

/**
 * The code in the pages, cut out of the states that it is about. Above each block stands {@code
 * <!-- excerpt solution order/Orders.java | void change( -->}.
 */
public final class Excerpts {

  private final States states;
  private final Blocks blocks;

  public Excerpts(States states) {
    this.states = states;
    this.blocks = new Blocks(states.course(), "excerpt");
  }

  /** Writes the pages whose excerpts are stale; their names. */
  public List<String> write() {
    return blocks.write((checkpoint, words) -> Excerpt.of(words).text(states, checkpoint));
  }

  /** The pages whose excerpts are not what stands in the states. */
  public List<String> namesOfStale() {
    return blocks.stale((checkpoint, words) -> Excerpt.of(words).text(states, checkpoint));
  }
}
