package io.accountmigration.sandbox.traffic;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/** One call of an outside system: what is asked of whom, and what became of it. */
public final class WireCall {

    /** Name of the request attribute in which the call travels. */
    public static final String ATTRIBUTE = "sandbox.wireCall";

    private static final Set<String> WRITING_METHODS = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final WireSystem system;
    private final String method;
    private final String path;
    private final String requestId;
    private final String correlationId;
    private String publisherId;
    private boolean effect;

    private WireCall(WireSystem system, HttpServletRequest request, String path) {
        this.system = system;
        this.method = request.getMethod();
        this.path = path;
        this.requestId = request.getHeader("MS-RequestId");
        this.correlationId = request.getHeader("MS-CorrelationId");
    }

    /** The call that a request is, unless it is none of the outside systems' calls. */
    static Optional<WireCall> of(HttpServletRequest request) {
        var servletPath = request.getServletPath();
        var path = request.getPathInfo() == null ? servletPath : servletPath + request.getPathInfo();
        return WireSystem.at(path).map(system -> new WireCall(system, request, belowBase(path)));
    }

    private static String belowBase(String path) {
        var slash = path.indexOf('/', 1);
        return slash < 0 ? "/" : path.substring(slash);
    }

    public void concerns(String concernedPublisherId) {
        publisherId = concernedPublisherId;
    }

    /** Notes whether the call changed something, and passes the answer on. */
    public boolean hadEffect(boolean changed) {
        effect = effect || changed;
        return changed;
    }

    /** Takes back what was noted, because the change could not be kept. */
    public void hadNoEffect() {
        effect = false;
    }

    boolean isWrite() {
        return WRITING_METHODS.contains(method) && (system == WireSystem.CPP || system == WireSystem.PARTNER_CENTER);
    }

    public WireSystem system() {
        return system;
    }

    public String method() {
        return method;
    }

    /** The path after the base of the system. */
    public String path() {
        return path;
    }

    public String requestId() {
        return requestId;
    }

    public String correlationId() {
        return correlationId;
    }

    String publisherId() {
        return publisherId;
    }

    boolean effect() {
        return effect;
    }
}
