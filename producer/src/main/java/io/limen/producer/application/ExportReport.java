package io.limen.producer.application;

/**
 * What came of an export.
 *
 * @param images images that objects can be written about
 * @param explained of those, images with an explanation
 * @param written files written
 * @param failed images that could not be read, and explanations that could not be written
 * @param interrupted whether the user stopped it
 */
public record ExportReport(int images, int explained, int written, int failed, boolean interrupted) {}
