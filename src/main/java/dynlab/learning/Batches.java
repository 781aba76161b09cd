package dynlab.learning;

import dynlab.numeric.Rng;

/**
 * Which samples are looked at in each step: at the start of every epoch of ⌈P/size⌉ steps the last order is shuffled in
 * place ({@link Rng#shuffle}); a batch holds its samples in ascending number. Allocates
 * nothing after it is made.
 */
final class Batches {
    private final int size;
    private final int count;
    private final boolean shuffled;
    private final Rng rng;
    private final int[] order;
    private final int[] batchOf;
    private final int[] next;
    private final int[] sorted;
    private final int[] chosen;

    Batches(Batch batch, int samples) {
        size = Math.min(batch.size(), samples);
        count = (samples + size - 1) / size;
        shuffled = batch.order() == Batch.Order.SHUFFLED;
        rng = new Rng(batch.seed());
        order = new int[samples];
        for (int i = 0; i < samples; i++) {
            order[i] = i;
        }
        batchOf = new int[samples];
        next = new int[count];
        sorted = order.clone();
        chosen = new int[size];
    }

    /** Chooses the samples of step {@code n}; to be called for every step from 0 on. Returns how many there are. */
    int choose(int n) {
        int k = n % count;
        if (k == 0 && shuffled) {
            shuffle();
        }
        int from = k * size;
        int most = Math.min(size, sorted.length - from);
        System.arraycopy(sorted, from, chosen, 0, most);
        return most;
    }

    /** The samples of the step, ascending; the same array each time. */
    int[] chosen() {
        return chosen;
    }

    private void shuffle() {
        rng.shuffle(order);
        // sort within batches by going through all samples once
        for (int i = 0; i < order.length; i++) {
            batchOf[order[i]] = i / size;
        }
        for (int k = 0; k < count; k++) {
            next[k] = k * size;
        }
        for (int sample = 0; sample < order.length; sample++) {
            sorted[next[batchOf[sample]]++] = sample;
        }
    }

    int[] order() {
        return order.clone();
    }
}
