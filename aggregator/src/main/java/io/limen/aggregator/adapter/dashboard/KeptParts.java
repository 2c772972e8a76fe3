package io.limen.aggregator.adapter.dashboard;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/**
 * Lets browsers keep the page's scripts and styles, whose names change with what is in them. Only what is there is kept: in a rolling
 * update another instance may not have the part that a page asks for, and that it is missing is forgotten at once.
 */
public final class KeptParts implements Handler<RoutingContext> {

    private static final Pattern PART = Pattern.compile("/dashboard/.+-[A-Z0-9]{8}\\.(js|css)");
    private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";
    private static final String NOT_KEPT = "no-store";

    @Override
    public void handle(RoutingContext request) {
        if (PART.matcher(request.normalizedPath()).matches()) {
            request.addHeadersEndHandler(ready -> {
                int status = request.response().getStatusCode();
                boolean there =
                        status == HttpResponseStatus.OK.code() || status == HttpResponseStatus.NOT_MODIFIED.code();
                request.response().putHeader(HttpHeaders.CACHE_CONTROL, there ? FOR_A_YEAR : NOT_KEPT);
            });
        }
        request.next();
    }
}
