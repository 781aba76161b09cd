package dynlab.scene;

/**
 * What the narrator says at a time.
 *
 * @param stage where the run stands: "Stage 2 of 4"
 * @param happened what happened last, dated; may be empty
 * @param because one or two sentences of why
 */
public record Narration(String stage, String happened, String because) {}
