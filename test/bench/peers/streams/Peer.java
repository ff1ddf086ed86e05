import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * What ./fy bench runtime holds our tasks against: Kafka Streams, exactly_once_v2, rows in RocksDB.
 *
 * Peer BROKERS APP FOLDER count|rmw default|tuned COMMIT_MS ROW_BYTES INPUT COUNTS EVENTS
 *
 * It is given an easier job than ours: values are not decoded beyond the eight bytes it needs, and what it writes are plain
 * longs without an envelope. "default" is what one gets without a word: the DSL (rmw, which it cannot say, as a processor) and every
 * setting as it ships. "tuned" is the Processor API on bytes, large memtables and caches, large batches, static membership.
 */
public final class Peer {
    private static final String STORE = "rows";

    /** Memtables and blocks of all partitions within one ceiling each, filters, nothing compressed. */
    public static final class LargeTables implements RocksDBConfigSetter {
        private static final LRUCache CACHE = new LRUCache(384L << 20);
        private static final WriteBufferManager BUFFERS = new WriteBufferManager(256L << 20, CACHE);
        private static final BloomFilter FILTER = new BloomFilter(10);

        @Override
        public void setConfig(String name, Options options, Map<String, Object> configs) {
            BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
            table.setBlockCache(CACHE);
            table.setFilterPolicy(FILTER);
            table.setCacheIndexAndFilterBlocks(true);
            options.setTableFormatConfig(table);
            options.setWriteBufferManager(BUFFERS);
            options.setWriteBufferSize(32L << 20);
            options.setMaxWriteBufferNumber(4);
            options.setCompressionType(CompressionType.NO_COMPRESSION);
        }

        @Override
        public void close(String name, Options options) {
        }
    }

    /** One more of this key; the new count goes out. */
    static final class Count implements Processor<byte[], byte[], byte[], Long> {
        private KeyValueStore<byte[], Long> rows;
        private ProcessorContext<byte[], Long> context;

        @Override
        public void init(ProcessorContext<byte[], Long> given) {
            context = given;
            rows = given.getStateStore(STORE);
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            Long old = rows.get(record.key());
            Long count = old == null ? 1L : old + 1;
            rows.put(record.key(), count);
            context.forward(record.withValue(count));
        }
    }

    /** Read a row of so many bytes, change it, tell the change as an event and the new state as a record. */
    static final class Change implements Processor<byte[], byte[], byte[], byte[]> {
        private final int rowBytes;
        private KeyValueStore<byte[], byte[]> rows;
        private ProcessorContext<byte[], byte[]> context;

        Change(int rowBytes) {
            this.rowBytes = rowBytes;
        }

        @Override
        public void init(ProcessorContext<byte[], byte[]> given) {
            context = given;
            rows = given.getStateStore(STORE);
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            byte[] row = rows.get(record.key());
            if (row == null) {
                row = new byte[rowBytes];
                SplittableRandom random = new SplittableRandom(java.util.Arrays.hashCode(record.key()));
                for (int i = 8; i < rowBytes; i++) // As ours: each key's own, and nothing that compresses to nothing.
                    row[i] = (byte) (' ' + (random.nextInt() & 63));
            }
            ByteBuffer view = ByteBuffer.wrap(row);
            long count = view.getLong(0) + 1;
            view.putLong(0, count);
            rows.put(record.key(), row);
            byte[] told = ByteBuffer.allocate(8).putLong(count).array();
            context.forward(record.withValue(told), "events");
            context.forward(record.withValue(told), "counts");
        }
    }

    private static Properties settings(String[] words, boolean tuned) {
        Properties all = new Properties();
        all.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, words[0]);
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, words[1]);
        all.put(StreamsConfig.STATE_DIR_CONFIG, words[2]);
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, words[5]);
        all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        if (tuned) {
            all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, LargeTables.class);
            all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 256L << 20);
            all.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 10000);
            all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 10000);
            all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), "one");
            all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6000);
            all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1500);
            all.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024);
            all.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), Math.min(100, Integer.parseInt(words[5])));
            all.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), 128L << 20);
            all.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
            all.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10000);
        }
        return all;
    }

    private static <V> StoreBuilder<KeyValueStore<byte[], V>> rows(Serde<V> serde) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.ByteArray(), serde).withCachingEnabled();
    }

    private static Topology countByDsl(String[] words) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(words[7], Consumed.with(Serdes.String(), Serdes.ByteArray()))
            .groupByKey(Grouped.with(Serdes.String(), Serdes.ByteArray()))
            .count()
            .toStream()
            .to(words[8], Produced.with(Serdes.String(), Serdes.Long()));
        return builder.build();
    }

    private static Topology byProcessor(String[] words, boolean count) {
        Topology topology = new Topology();
        Serde<byte[]> bytes = Serdes.ByteArray();
        int rowBytes = Integer.parseInt(words[6]);
        topology.addSource("input", bytes.deserializer(), bytes.deserializer(), words[7]);
        if (count) {
            ProcessorSupplier<byte[], byte[], byte[], Long> supplier = Count::new;
            topology.addProcessor("change", supplier, "input");
            topology.addStateStore(rows(Serdes.Long()), "change");
            topology.addSink("counts", words[8], bytes.serializer(), Serdes.Long().serializer(), "change");
        } else {
            ProcessorSupplier<byte[], byte[], byte[], byte[]> supplier = () -> new Change(rowBytes);
            topology.addProcessor("change", supplier, "input");
            topology.addStateStore(rows(bytes), "change");
            topology.addSink("events", words[9], bytes.serializer(), bytes.serializer(), "change");
            topology.addSink("counts", words[8], bytes.serializer(), bytes.serializer(), "change");
        }
        return topology;
    }

    public static void main(String[] words) {
        boolean tuned = words[4].equals("tuned"), count = words[3].equals("count");
        Topology topology = count && !tuned ? countByDsl(words) : byProcessor(words, count);
        KafkaStreams streams = new KafkaStreams(topology, settings(words, tuned));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> streams.close(Duration.ofSeconds(10))));
        streams.setUncaughtExceptionHandler(error -> {
            error.printStackTrace();
            return org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
    }
}
