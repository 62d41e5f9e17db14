package cn.ecopark.process.pack;

/**
 * What is wrong with a model.
 *
 * @param file the diagram or form
 * @param element id of the element, empty for the whole file
 * @param message what is wrong
 */
public record ModelFault(String file, String element, String message) {
}
