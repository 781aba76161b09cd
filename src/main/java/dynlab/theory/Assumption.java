package dynlab.theory;

/**
 * One thing a theory takes for granted, as measured on this experiment.
 *
 * @param name short name, such as "white inputs"
 * @param holds whether the measure is below the threshold that the sentence names
 * @param measure the measured departure (dimensionless)
 * @param sentence what was measured and what is expected
 */
public record Assumption(String name, boolean holds, double measure, String sentence) {
    /** The name of the one about signs: {@link SignTrap} says more of it. */
    public static final String NO_SIGN_TRAP = "no sign trap";
}
