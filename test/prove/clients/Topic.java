import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Topic read|write BROKERS REGISTRY TOPIC: records as lines of JSON, and lines "KEY tab VALUE" (Avro's JSON) as records.
 *
 * A value is a zero byte, the schema's id in four bytes, and Avro; the registry gives the schema of an id.
 */
public class Topic {
    static final HttpClient http = HttpClient.newHttpClient();

    static String get(String url) throws Exception {
        HttpResponse<String> answer =
            http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IllegalStateException(url + ": " + answer.body());
        return answer.body();
    }

    static void read(String brokers, String registry, String topic, PrintStream out) throws Exception {
        Map<Integer, GenericDatumReader<Object>> readers = new HashMap<>();
        Map<String, Object> config = Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed",
            "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition())).collect(Collectors.toList());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(place -> consumer.position(place) < ends.get(place))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    Object value = null;
                    if (record.value() != null) {
                        ByteBuffer bytes = ByteBuffer.wrap(record.value());
                        if (bytes.get() != 0) throw new IllegalStateException("not in Confluent's wire format");
                        int id = bytes.getInt();
                        if (!readers.containsKey(id)) {
                            String text = get(registry + "/schemas/ids/" + id + "/schema");
                            readers.put(id, new GenericDatumReader<>(new Schema.Parser().parse(text)));
                        }
                        value = readers.get(id).read(null, DecoderFactory.get().binaryDecoder(
                            record.value(), bytes.position(), bytes.remaining(), null));
                    }
                    out.printf("{\"partition\":%d,\"offset\":%d,\"key\":\"%s\",\"value\":%s}%n", record.partition(),
                        record.offset(), record.key(), value);
                }
            }
        }
    }

    static void write(String brokers, String registry, String topic, PrintStream out) throws Exception {
        String latest = registry + "/subjects/" + topic + "-value/versions/latest";
        Schema schema = new Schema.Parser().parse(get(latest + "/schema"));
        String version = get(latest);
        int id = Integer.parseInt(version.replaceAll("(?s).*?\"id\": ?(\\d+).*", "$1"));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int written = 0;
        try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", brokers),
                new StringSerializer(), new ByteArraySerializer())) {
            for (String line = in.readLine(); line != null; line = in.readLine(), written++) {
                String[] pair = line.split("\t", 2);
                Object value = new GenericDatumReader<>(schema)
                    .read(null, DecoderFactory.get().jsonDecoder(schema, pair[1]));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
                BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
                new GenericDatumWriter<>(schema).write(value, encoder);
                encoder.flush();
                producer.send(new ProducerRecord<>(topic, pair[0], bytes.toByteArray())).get();
            }
        }
        out.println(written);
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        if (arguments[0].equals("write")) write(arguments[1], arguments[2], arguments[3], out);
        else read(arguments[1], arguments[2], arguments[3], out);
        out.flush();
    }
}
