package io.limen.aggregator.adapter.dashboard.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limen.aggregator.adapter.dashboard.Fleet;
import io.limen.aggregator.adapter.dashboard.Overlay;
import io.limen.schemas.Attribution;
import io.limen.schemas.ImageReference;
import io.limen.schemas.InlineImage;
import io.limen.schemas.SegmentationResult;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** One explanation with its maps, and the pictures and numbers that belong to it. */
@Path("/api")
@Blocking
public class ExplanationResource {

    private static final String PNG = "image/png";

    private final ExplainedCases cases;
    private final Fleet fleet;

    ExplanationResource(ExplainedCases cases, Fleet fleet) {
        this.cases = cases;
        this.fleet = fleet;
    }

    /** Everything that the explainer said of the case, the picture apart, by the names of the schema; maps are row-major. */
    @GET
    @Path("explanations/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public ObjectNode explanation(@PathParam("id") String id) {
        Attribution attribution = cases.attribution(id);
        ObjectNode json = RecordJson.of(attribution);
        json.remove("overlay");
        json.set("links", ExplanationLinks.of(attribution));
        return json;
    }

    /** The explainer's picture; that of one of the newest explanations is at hand. */
    @GET
    @Path("explanations/{id}/overlay.png")
    public Response overlay(@PathParam("id") String id) {
        byte[] png = fleet.overlay(id)
                .or(() -> Overlay.of(cases.attribution(id)).map(Overlay::png))
                .orElseThrow(() -> ExplainedCases.notFound("the explanation came without a picture"));
        return Response.ok(png, PNG).build();
    }

    /** The case's image, written anew as PNG. One that came as an address is not fetched. */
    @GET
    @Path("explanations/{id}/image.png")
    public Response image(@PathParam("id") String id) {
        Attribution attribution = cases.attribution(id);
        SegmentationResult source = cases.source(attribution);
        if (source.getImage() instanceof ImageReference) {
            throw ExplainedCases.notFound("the image lies in a store that this page does not read");
        }
        ByteBuffer encoded = ((InlineImage) source.getImage()).getEncoded();
        if (!sha256(encoded).equals(attribution.getImageSha256())) {
            throw ExplainedCases.notFound("the image on the topic is not the one that was explained");
        }
        return picture(CasePicture.png(encoded));
    }

    /** The deployed model's mask, white on black. */
    @GET
    @Path("explanations/{id}/mask.png")
    public Response mask(@PathParam("id") String id) {
        ByteBuffer mask = cases.source(cases.attribution(id)).getMask();
        if (mask == null) {
            throw ExplainedCases.notFound("the case came without a mask");
        }
        return picture(CasePicture.maskPng(mask));
    }

    /** Effects for NumPy, [gridHeight, gridWidth], percentage points, NaN inside the region. */
    @GET
    @Path("explanations/{id}/effects.npy")
    public Response effects(@PathParam("id") String id) {
        Attribution attribution = cases.attribution(id);
        return grid(attribution, attribution.getEffects(), "effects");
    }

    /** Standard errors for NumPy, as the effects. */
    @GET
    @Path("explanations/{id}/standard-errors.npy")
    public Response standardErrors(@PathParam("id") String id) {
        Attribution attribution = cases.attribution(id);
        return grid(attribution, attribution.getStandardErrors(), "standard-errors");
    }

    private static Response grid(Attribution attribution, List<Double> values, String name) {
        byte[] file;
        try {
            file = NumpyFile.of(values, attribution.getGridHeight(), attribution.getGridWidth());
        } catch (IllegalArgumentException e) {
            throw ExplainedCases.notFound("the explanation's map does not fill its grid");
        }
        return Response.ok(file, MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment; filename=\"" + name + ".npy\"")
                .build();
    }

    private static Response picture(Optional<byte[]> png) {
        return Response.ok(
                        png.orElseThrow(() -> ExplainedCases.notFound(
                                "what came with the case is no PNG or JPEG of at most 512 KiB and 4 megapixels")),
                        PNG)
                .build();
    }

    private static String sha256(ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.duplicate());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
