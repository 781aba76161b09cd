package dynlab.spark;

import dynlab.cli.FileFailed;
import dynlab.cli.sweep.RowsFile;
import dynlab.sweep.Column;
import dynlab.sweep.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Rows as one Parquet file with the types of docs/sweep.md §3.1, not compressed. */
public final class ParquetRows implements RowsFile {
    @Override
    public String word() {
        return "parquet";
    }

    @Override
    public void write(Path file, List<Column> columns, List<Row> rows) {
        MessageType schema = schema(columns);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .build()) {
            for (Row row : rows) {
                writer.write(group(schema, columns, row));
            }
        } catch (IOException e) {
            throw new FileFailed(file + " could not be written.");
        }
    }

    private static MessageType schema(List<Column> columns) {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (Column column : columns) {
            schema.addField(type(column));
        }
        return schema.named("sweep");
    }

    private static Type type(Column column) {
        Type.Repetition repetition = column.optional() ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED;
        return switch (column.type()) {
            case WHOLE -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
            case REAL -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
            case TEXT ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
        };
    }

    private static Group group(MessageType schema, List<Column> columns, Row row) {
        Group group = new SimpleGroup(schema);
        for (int k = 0; k < columns.size(); k++) {
            String cell = row.cells().get(k);
            if (!cell.isEmpty() || !columns.get(k).optional()) {
                switch (columns.get(k).type()) {
                    case WHOLE -> group.add(k, Long.parseLong(cell));
                    case REAL -> group.add(k, Double.parseDouble(cell));
                    case TEXT -> group.add(k, cell);
                }
            }
        }
        return group;
    }
}
