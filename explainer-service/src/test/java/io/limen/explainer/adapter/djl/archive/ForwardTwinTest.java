package io.limen.explainer.adapter.djl.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardTwinTest {

    private static final String HEAD =
            "class Part(Module):\n  def forward(self: __torch__.Part,\n    y: Tensor) -> Tensor:\n"
                    + "    return y\nclass Net(Module):\n  __parameters__ = []\n";

    @Test
    void theRootGetsASecondMethodAndNothingElseChanges() {
        String forward =
                "  def forward(self: __torch__.Net,\n    x: Tensor) -> Dict[str, Tensor]:\n    return {\"out\": x}\n";
        assertEquals(
                Optional.of(HEAD
                        + "  def limen_channels_last(self: __torch__.Net,\n    x: Tensor) -> Dict[str, Tensor]:\n"
                        + "    return (self).forward(torch.contiguous(x, memory_format=2), )\n"
                        + forward),
                ForwardTwin.addTo(HEAD + forward, "Net"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  def forward(self: __torch__.Net,\n    x: List[Tensor]) -> Tensor:\n    return x[0]\n",
                "  def forward(self: __torch__.Net) -> int:\n    return 1\n",
                "  def forward_impl(self: __torch__.Net,\n    x: Tensor) -> Tensor:\n    return x\n",
                "  def limen_channels_last(self: __torch__.Net,\n    x: Tensor) -> Tensor:\n    return x\n"
                        + "  def forward(self: __torch__.Net,\n    x: Tensor) -> Tensor:\n    return x\n",
            })
    void anyOtherForwardIsLeftAlone(String forward) {
        assertEquals(Optional.empty(), ForwardTwin.addTo(HEAD + forward, "Net"));
    }

    @Test
    void anotherClassInTheFileDoesNotCount() {
        assertEquals(Optional.empty(), ForwardTwin.addTo(HEAD, "Net"));
        assertEquals(Optional.empty(), ForwardTwin.addTo(HEAD, "Elsewhere"));
    }
}
