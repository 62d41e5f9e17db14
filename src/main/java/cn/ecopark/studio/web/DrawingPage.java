package cn.ecopark.studio.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The page on which a diagram of a draft is drawn: {@code GET
 * /admin/studio/{draft}/diagrams/{file}}; {@code GET …/drawing} answers the drawing,
 * {@code POST} keeps the XML that is its body as the next step after {@code seen},
 * {@code POST …/hold} says that somebody is drawing.
 *
 * @param url of the page
 * @param draft what is to be changed
 * @param open whether it can be changed
 * @param holder who else draws just now; null where nobody does
 */
public record DrawingPage(String url, String draftUrl, String draft, String title, boolean open,
		@Nullable String holder) {

	/**
	 * The drawing as the studio in the browser wants it.
	 *
	 * @param step that it is, or was made by saving
	 * @param xml empty in the answer to a drawing that was sent
	 * @param findings errors first
	 * @param choices what the panel offers; null in the answer to a drawing that was sent
	 */
	record Drawing(int step, String xml, List<Finding> findings, DiagramWords.@Nullable Choices choices) {
	}

	/**
	 * What is wrong.
	 *
	 * @param error whether no release can be made of it
	 * @param words what is wrong and what to do
	 * @param elements ids of the elements that it is about; none for the file as a whole
	 * @param in name of the diagram, where it is another one than is drawn; else empty
	 */
	public record Finding(boolean error, String words, List<String> elements, String in) {
	}

}
