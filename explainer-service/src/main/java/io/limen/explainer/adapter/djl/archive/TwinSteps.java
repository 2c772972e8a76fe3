package io.limen.explainer.adapter.djl.archive;

/**
 * What the instrumented module is told to do at each component: a number per component, {@link #code} + {@link #STEPS} x index.
 */
public enum TwinSteps {
    /** Nothing: the output stays what it is. */
    PASS,
    /** The submodule is not run; a copy of values[index] is taken for its output. Skip connections can't be given. */
    GIVE,
    /** Appends [component, type of its numbers, shape...] to the taps. */
    SHAPE,
    /** Appends a copy of the output to the taps. */
    TAP,
    /** Appends the means over all positions to the taps, [batch, channels]. Index: 0 for channels on axis 1, 1 for the last axis. */
    MEAN,
    /** The output times values[index]. */
    GATE,
    /** values[index + 1] where values[index] is true, else the output. */
    PATCH;

    /** What the numbers count in. */
    public static final int STEPS = 8;

    /** The number to tell. */
    public long code(int index) {
        return ordinal() + (long) STEPS * index;
    }

    /** The functions that the added text calls, in TorchScript. Numbers in it are {@link #STEPS} and the ordinals above. */
    static String library() {
        return """
                def given(at: int,
                    plan: List[int]) -> bool:
                  return torch.eq(torch.remainder(plan[at], 8), 1)
                def value(at: int,
                    plan: List[int],
                    values: List[Tensor]) -> Tensor:
                  return torch.clone(values[torch.floordiv(plan[at], 8)])
                def passed(output: Tensor,
                    at: int,
                    plan: List[int],
                    values: List[Tensor],
                    taps: List[Tensor]) -> Tensor:
                  step = torch.remainder(plan[at], 8)
                  if torch.le(step, 1):
                    result = output
                  else:
                    result = __torch__.limen_components.changed(output, at, step, torch.floordiv(plan[at], 8), values, taps)
                  return result
                def changed(output: Tensor,
                    at: int,
                    step: int,
                    index: int,
                    values: List[Tensor],
                    taps: List[Tensor]) -> Tensor:
                  if torch.eq(step, 5):
                    result = torch.mul(output, values[index])
                  else:
                    if torch.eq(step, 6):
                      result = torch.where(values[index], values[torch.add(index, 1)], output)
                    else:
                      _0 = torch.append(taps, __torch__.limen_components.tapped(output, at, step, index))
                      result = output
                  return result
                def tapped(output: Tensor,
                    at: int,
                    step: int,
                    index: int) -> Tensor:
                  if torch.eq(step, 2):
                    tap = torch.tensor(torch.add([at, ops.prim.dtype(output)], torch.size(output)))
                  else:
                    if torch.eq(step, 3):
                      tap = torch.clone(output)
                    else:
                      if torch.eq(torch.dim(output), 2):
                        tap = torch.clone(output)
                      else:
                        if torch.eq(index, 0):
                          tap = torch.mean(torch.flatten(output, 2), [2])
                        else:
                          tap = torch.mean(torch.flatten(output, 1, -2), [1])
                  return tap
                """;
    }
}
