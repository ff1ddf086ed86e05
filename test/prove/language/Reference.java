import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * The Java reference behind a pipe, for test/prove/schemas.py.
 *
 * <pre>
 *   S NUMBER TEXT            a schema's text        -> "ok FINGERPRINT"
 *   R WRITER READER HEX      bytes without header   -> "ok CANON" | "no WORDS"
 * </pre>
 */
public final class Reference {
    private static final Map<String, Schema> SCHEMAS = new HashMap<>();

    private static String hex(byte[] bytes, int from, int size) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < size; i++) {
            out.append(String.format("%02x", bytes[from + i]));
        }
        return out.toString();
    }

    private static String text(Object text) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return hex(bytes, 0, bytes.length);
    }

    private static void put(StringBuilder out, Schema schema, Object value) {
        switch (schema.getType()) {
            case UNION:
                put(out, value == null ? Schema.create(Schema.Type.NULL) : schema.getTypes().get(1), value);
                break;
            case NULL:
                out.append('n');
                break;
            case BOOLEAN:
                out.append((Boolean) value ? 't' : 'f');
                break;
            case INT:
            case LONG:
                out.append('i').append(value);
                break;
            case FLOAT:
                out.append(String.format("F%08x", Float.floatToRawIntBits((Float) value)));
                break;
            case DOUBLE:
                out.append(String.format("D%016x", Double.doubleToRawLongBits((Double) value)));
                break;
            case STRING:
                out.append('s').append(text(value));
                break;
            case BYTES:
                ByteBuffer buffer = (ByteBuffer) value;
                out.append('b').append(hex(buffer.array(), buffer.position(), buffer.remaining()));
                break;
            case FIXED:
                byte[] fixed = ((GenericFixed) value).bytes();
                out.append('b').append(hex(fixed, 0, fixed.length));
                break;
            case ENUM:
                out.append('e').append(value);
                break;
            case ARRAY:
                out.append('[');
                for (Object item : (List<?>) value) {
                    put(out, schema.getElementType(), item);
                    out.append(',');
                }
                out.append(']');
                break;
            case MAP:
                TreeMap<String, Object> sorted = new TreeMap<>();
                for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                    sorted.put(text(entry.getKey()), entry.getValue());
                }
                out.append('{');
                for (Map.Entry<String, Object> entry : sorted.entrySet()) {
                    out.append(entry.getKey()).append(':');
                    put(out, schema.getValueType(), entry.getValue());
                    out.append(',');
                }
                out.append('}');
                break;
            default:
                out.append('(');
                for (Schema.Field field : schema.getFields()) {
                    put(out, field.schema(), ((GenericRecord) value).get(field.pos()));
                    out.append(',');
                }
                out.append(')');
        }
    }

    private static byte[] unhex(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        }
        return bytes;
    }

    private static String answer(String line) throws Exception {
        String[] words = line.split(" ", line.startsWith("S") ? 3 : 4);
        if (words[0].equals("S")) {
            Schema schema = new Schema.Parser().parse(words[2]);
            SCHEMAS.put(words[1], schema);
            return String.format("ok %016x", SchemaNormalization.parsingFingerprint64(schema));
        }
        Schema reader = SCHEMAS.get(words[2]);
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(unhex(words[3]), null);
        Object value = new GenericDatumReader<>(SCHEMAS.get(words[1]), reader).read(null, decoder);
        if (!decoder.isEnd()) {
            return "no bytes follow the value";
        }
        StringBuilder out = new StringBuilder("ok ");
        put(out, reader, value);
        return out.toString();
    }

    /** Answers each line with one. */
    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String said;
            try {
                said = answer(line);
            } catch (Exception e) {
                said = "no " + (e.getClass().getSimpleName() + ": " + e.getMessage()).replace('\n', ' ');
            }
            out.println(said);
            out.flush();
        }
    }
}
