import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Apicurio read|write BROKERS REGISTRY TOPIC: what Topic does, by Apicurio's Avro serialisers as they come. */
public class Apicurio {
    static Map<String, Object> config(String brokers, String registry) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", brokers);
        config.put("apicurio.registry.url", registry);
        config.put("apicurio.registry.as-confluent", true); // A zero byte and four bytes of id, no headers.
        config.put("apicurio.registry.headers.enabled", false);
        config.put("apicurio.registry.find-latest", true); // It would look up texts that are cut into references.
        config.put("apicurio.registry.artifact-resolver-strategy",
            "io.apicurio.registry.serde.strategy.TopicIdStrategy"); // "<topic>-value", as our subjects are called.
        return config;
    }

    static void read(Map<String, Object> config, String topic, PrintStream out) {
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", false);
        var values = new AvroKafkaDeserializer<Object>();
        values.configure(config, false);
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition())).collect(Collectors.toList());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(place -> consumer.position(place) < ends.get(place))) {
                for (ConsumerRecord<String, Object> record : consumer.poll(Duration.ofMillis(200)))
                    out.printf("{\"partition\":%d,\"offset\":%d,\"key\":\"%s\",\"value\":%s}%n", record.partition(),
                        record.offset(), record.key(), record.value());
            }
        }
    }

    static void write(Map<String, Object> config, String registry, String topic, PrintStream out) throws Exception {
        Schema schema = new Schema.Parser().parse(
            Topic.get(registry + "/subjects/" + topic + "-value/versions/latest/schema"));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var values = new AvroKafkaSerializer<Object>();
        int written = 0;
        values.configure(config, false);
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), values)) {
            for (String line = in.readLine(); line != null; line = in.readLine(), written++) {
                String[] pair = line.split("\t", 2);
                Object value = new GenericDatumReader<>(schema)
                    .read(null, DecoderFactory.get().jsonDecoder(schema, pair[1]));
                producer.send(new ProducerRecord<>(topic, pair[0], value)).get();
            }
        }
        out.println(written);
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        Map<String, Object> config = config(arguments[1], arguments[2]);
        if (arguments[0].equals("write")) write(config, arguments[2], arguments[3], out);
        else read(config, arguments[3], out);
        out.flush();
    }
}
