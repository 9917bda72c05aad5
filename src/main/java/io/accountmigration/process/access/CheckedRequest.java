package io.accountmigration.process.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A request whose parameters and body have been checked: the engine reads what was checked, and nothing else. How long a
 * body may be was checked before, as at every endpoint.
 */
final class CheckedRequest extends HttpServletRequestWrapper {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String query;
    private final byte[] body;

    private record Parameter(String name, String value) {

        static Parameter of(String text) throws EngineCallRefused {
            var parts = text.split("=", 2);
            try {
                return new Parameter(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
            } catch (IllegalArgumentException malformed) {
                throw new EngineCallRefused("REQUEST_INVALID", 400, parts[0]);
            }
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        String encoded() {
            return URLEncoder.encode(name, StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    private CheckedRequest(HttpServletRequest request, String query, byte[] body) {
        super(request);
        this.query = query;
        this.body = body;
    }

    static CheckedRequest of(HttpServletRequest request, EngineCall call, String caller)
            throws IOException, EngineCallRefused {
        return new CheckedRequest(request, queryOf(request, call), bodyOf(request, call, caller));
    }

    private static String queryOf(HttpServletRequest request, EngineCall call) throws EngineCallRefused {
        var parameters = new ArrayList<Parameter>();
        for (var text : Optional.ofNullable(request.getQueryString()).orElse("").split("&")) {
            if (!text.isEmpty()) {
                parameters.add(checked(Parameter.of(text), call));
            }
        }
        if (call.parameters().contains(CallLimits.MAX_RESULTS) && !contains(parameters, CallLimits.MAX_RESULTS)) {
            parameters.add(new Parameter(CallLimits.MAX_RESULTS, String.valueOf(CallLimits.LARGEST_PAGE)));
        }
        return parameters.isEmpty()
                ? null
                : parameters.stream().map(Parameter::encoded).collect(Collectors.joining("&"));
    }

    private static Parameter checked(Parameter parameter, EngineCall call) throws EngineCallRefused {
        CallLimits.checkName(parameter.name());
        if (!call.parameters().contains(parameter.name())) {
            throw new EngineCallRefused("QUERY_NOT_SUPPORTED", 400, parameter.name());
        }
        CallLimits.checkParameter(parameter.name(), parameter.value());
        return parameter;
    }

    private static boolean contains(List<Parameter> parameters, String name) {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    private static byte[] bodyOf(HttpServletRequest request, EngineCall call, String caller)
            throws IOException, EngineCallRefused {
        if (call.body().isEmpty()) {
            return new byte[0];
        }
        var bytes = request.getInputStream().readAllBytes();
        if (bytes.length == 0) {
            call.body().get().checkNone();
            throw new EngineCallRefused("BODY_UNREADABLE", 400, "");
        }
        if (!isJson(request.getContentType())) {
            throw new EngineCallRefused("MEDIA_TYPE_NOT_SUPPORTED", 415, "");
        }
        try {
            var tree = JSON.readTree(bytes);
            call.body().get().check(tree, caller);
            return JSON.writeValueAsBytes(tree);
        } catch (JsonProcessingException unreadable) {
            throw new EngineCallRefused("BODY_UNREADABLE", 400, "");
        }
    }

    private static boolean isJson(String contentType) {
        try {
            return MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException none) {
            return false;
        }
    }

    @Override
    public String getQueryString() {
        return query;
    }

    @Override
    public int getContentLength() {
        return body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body.length;
    }

    @Override
    public ServletInputStream getInputStream() {
        var bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return bytes.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("the body has been read");
            }
        };
    }
}
