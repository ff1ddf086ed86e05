import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/** READER tab WRITER in, "yes" or "no" out: Apache Avro's own word on each pair. */
public class Pairs {
    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] pair = line.split("\t", 2);
            try {
                Schema reader = new Schema.Parser().parse(pair[0]);
                Schema writer = new Schema.Parser().parse(pair[1]);
                switch (SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()) {
                    case COMPATIBLE: out.println("yes"); break;
                    default: out.println("no");
                }
            } catch (RuntimeException error) {
                out.println("bad: " + error.getMessage().replace('\n', ' '));
            }
        }
        out.flush();
    }
}
