// A gateway as one writes it with Vert.x and Apache's own producer: POST /v1/activity, validated, to a topic, acks=all.
//
//   java -cp 'libs/*' Server.java PORT BROKERS TOPIC MODE     MODE: plain (linger 0) or tuned (linger 1 ms, one request out)
//
// It is spared what ours does beside: checking the visitor's signature, Avro, and looking up whether the SKU is listed.
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

public class Server {
    private static final Pattern COOKIE = Pattern.compile("(?:^|; )fy_visitor=([0-9a-f]{32})\\.[0-9a-f]{32}");
    private static final Pattern SESSION = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SKU = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Set<String> FIELDS = Set.of("session", "n", "item_viewed", "cart_item_set");
    private static final int BODY_MAX = 65536;

    private static boolean isInteger(Object value, long most) {
        return (value instanceof Integer || value instanceof Long) && ((Number) value).longValue() >= 0
            && ((Number) value).longValue() <= most;
    }

    private static boolean isText(Object value, Pattern pattern) {
        return value instanceof String text && pattern.matcher(text).matches();
    }

    // As the schema of ours and of the Node peer says it.
    private static boolean isValid(JsonObject body) {
        Map<String, Object> fields = body.getMap();
        if (!FIELDS.containsAll(fields.keySet()) || !isText(fields.get("session"), SESSION)
            || !isInteger(fields.get("n"), 4294967295L))
            return false;
        Object viewed = body.getValue("item_viewed");
        Object set = body.getValue("cart_item_set");
        if ((viewed == null) == (set == null))
            return false;
        if (viewed != null)
            return viewed instanceof JsonObject one && one.size() == 1 && isText(one.getValue("sku"), SKU);
        return set instanceof JsonObject one && one.size() == 2 && isText(one.getValue("sku"), SKU)
            && isInteger(one.getValue("units"), 999);
    }

    private static void refuse(HttpServerRequest request, int status, String type) {
        request.response().setStatusCode(status).putHeader("Content-Type", "application/problem+json")
            .end("{\"type\":\"/problems/" + type + "\"}");
    }

    private static Properties settings(String brokers, boolean tuned) {
        Properties all = new Properties();
        all.put("bootstrap.servers", brokers);
        all.put("client.id", "peer-vertx");
        all.put("acks", "all");
        all.put("enable.idempotence", "true");
        all.put("key.serializer", StringSerializer.class.getName());
        all.put("value.serializer", StringSerializer.class.getName());
        all.put("linger.ms", tuned ? "1" : "0");
        all.put("max.in.flight.requests.per.connection", tuned ? "1" : "5");
        all.put("batch.size", "65536");
        return all;
    }

    private static void makeTopic(String brokers, String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(6), Optional.of((short) 1)))).all().get();
        } catch (ExecutionException there) {
            System.err.println(there.getMessage());
        }
    }

    public static void main(String[] args) throws Exception {
        String topic = args[2];
        makeTopic(args[1], topic);
        KafkaProducer<String, String> producer = new KafkaProducer<>(settings(args[1], args[3].equals("tuned")));
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1));
        System.err.println("native transport: " + vertx.isNativeTransportEnabled());

        vertx.createHttpServer(new HttpServerOptions().setTcpNoDelay(true)).requestHandler(request -> {
            if (request.method() != HttpMethod.POST || !request.path().equals("/v1/activity")) {
                refuse(request, 404, "not-found");
                return;
            }
            String cookies = request.getHeader("Cookie");
            Matcher cookie = COOKIE.matcher(cookies == null ? "" : cookies);
            if (!cookie.find()) {
                refuse(request, 401, "no-visitor");
                return;
            }
            String visitor = cookie.group(1);
            var context = vertx.getOrCreateContext();
            request.bodyHandler(bytes -> {
                JsonObject body;
                try {
                    body = bytes.length() <= BODY_MAX ? new JsonObject(bytes) : null;
                } catch (RuntimeException bad) {
                    body = null;
                }
                if (body == null || !isValid(body)) {
                    refuse(request, 422, "bad-field");
                    return;
                }
                String value = body.put("visitor", visitor).put("event_ms", System.currentTimeMillis()).encode();
                producer.send(new ProducerRecord<>(topic, visitor, value), (place, error) -> context.runOnContext(nothing -> {
                    if (error != null)
                        refuse(request, 503, "deadline");
                    else
                        request.response().setStatusCode(202).putHeader("Location", "/v1/history")
                            .putHeader("Content-Type", "application/json").end(Buffer.buffer("{\"accepted\":1}"));
                }));
            });
        }).listen(Integer.parseInt(args[0]), "127.0.0.1");
    }
}
