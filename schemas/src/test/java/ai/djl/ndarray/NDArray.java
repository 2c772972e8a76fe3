package ai.djl.ndarray;

/** Stands for a tensor of the engine, which this module does not depend on, in the planted violations. */
public class NDArray {}
