package dynlab.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class BatchesTest {
    private static int[] chosen(Batches batches, int step) {
        int count = batches.choose(step);
        return Arrays.copyOf(batches.chosen(), count);
    }

    @Test
    void shufflesAreThoseOfTheWrittenAlgorithm() {
        // the file format's own example: seed 42, ten samples, and again in place
        Batches batches = new Batches(new Batch(3, 42, Batch.Order.SHUFFLED), 10);
        assertArrayEquals(new int[] {3, 4, 6}, chosen(batches, 0)); // 4 3 6, ascending
        assertArrayEquals(new int[] {4, 3, 6, 1, 7, 8, 9, 5, 0, 2}, batches.order());
        assertArrayEquals(new int[] {1, 7, 8}, chosen(batches, 1));
        assertArrayEquals(new int[] {0, 5, 9}, chosen(batches, 2));
        assertArrayEquals(new int[] {2}, chosen(batches, 3));
        assertArrayEquals(new int[] {1, 7, 9}, chosen(batches, 4));
        assertArrayEquals(new int[] {7, 9, 1, 6, 4, 5, 8, 0, 2, 3}, batches.order());
    }

    @Test
    void sequentialBatchesStayInOrderAndTheLastIsSmaller() {
        Batches batches = new Batches(new Batch(4, 1, Batch.Order.SEQUENTIAL), 6);
        for (int epoch = 0; epoch < 3; epoch++) {
            assertArrayEquals(new int[] {0, 1, 2, 3}, chosen(batches, 2 * epoch));
            assertArrayEquals(new int[] {4, 5}, chosen(batches, 2 * epoch + 1));
        }
        assertEquals(4, batches.chosen().length);
    }
}
