package dynlab;

import java.util.LinkedHashMap;
import java.util.Map;

/** What many tests look at and is dear to make: the sixty that were used last. */
public final class LastUsed<K, V> extends LinkedHashMap<K, V> {
    private static final int KEPT = 60;

    public LastUsed() {
        super(KEPT, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > KEPT;
    }
}
