package cn.ecopark.typesetting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Fills page after page. Items can be tied to the next: they are carried over together.
 */
final class Flow {

	private static final float ROUNDING = 0.05f;

	private final List<Item> items = new ArrayList<>();

	private final BitSet tied = new BitSet();

	/** What each item belongs to, in the order of the items. */
	private final List<Optional<Structure.Part>> parts = new ArrayList<>();

	private final @Nullable Structure structure;

	private Optional<Structure.Part> part = Optional.empty();

	private float y;

	/** Of pages that do not say what their parts are. */
	Flow() {
		this.structure = null;
	}

	Flow(Structure structure) {
		this.structure = structure;
	}

	/**
	 * Begins the next part of the document; what is added from now on belongs to it.
	 * @return null where pages do not say so
	 */
	Structure.@Nullable Part begin(Structure.Role role) {
		Structure.Part begun = this.structure == null ? null : this.structure.add(role);
		this.part = Optional.ofNullable(begun);
		return begun;
	}

	/**
	 * @return the next part of that one; null where there is none
	 */
	Structure.@Nullable Part begin(Structure.@Nullable Part parent, Structure.Role role) {
		return this.structure == null || parent == null ? null : this.structure.add(parent, role);
	}

	void add(Item item) {
		this.items.add(item);
		this.parts.add(this.part);
	}

	void addTied(Item item) {
		this.tied.set(this.items.size());
		add(item);
	}

	/**
	 * Ties what is at the end to what comes next: at least so many lines of text or rows
	 * of a table, so that a signature never stands on a page without text (GB/T
	 * 9704-2012, 7.3.5.4); but no more than half a page, which leaves room for the
	 * signature.
	 */
	void tieLast(int lines) {
		int left = lines;
		float tall = 0;
		for (int at = this.items.size() - 1; at >= 0 && left > 0; at--) {
			Item item = this.items.get(at);
			tall += item.advance();
			if (left < lines && tall > Measures.HEIGHT / 2) {
				return;
			}
			this.tied.set(at);
			if (item instanceof Item.TextLine || item instanceof TableRow) {
				left--;
			}
		}
	}

	/**
	 * @param start where the first item begins on the present page
	 * @return where the last one ended
	 */
	float draw(Pages pages, float start) throws IOException {
		this.y = start;
		for (int at = 0; at < this.items.size(); at++) {
			Item item = this.items.get(at);
			if (item.beginsPage() || (this.y > Measures.TOP && !fits(at))) {
				turn(pages, item);
			}
			if (!item.onlySpace() || this.y > Measures.TOP) {
				pages.canvas().within(this.parts.get(at).orElse(null));
				item.draw(pages, this.y);
				pages.canvas().within(null);
				this.y += item.advance();
			}
		}
		return this.y;
	}

	private void turn(Pages pages, Item first) throws IOException {
		pages.add();
		this.y = Measures.TOP;
		Item repeated = first.repeated();
		if (repeated != null) {
			repeated.draw(pages, this.y);
			this.y += repeated.advance();
		}
	}

	/**
	 * What is tied together counts as one where the page before does not end with a tied
	 * item and one page can hold it.
	 */
	private boolean fits(int from) {
		if (this.y + this.items.get(from).height() > Measures.BOTTOM + ROUNDING) {
			return this.items.get(from).onlySpace();
		}
		if (from > 0 && this.tied.get(from - 1)) {
			return true;
		}
		float needed = chain(from);
		return this.y + needed <= Measures.BOTTOM + ROUNDING || needed > Measures.HEIGHT;
	}

	private float chain(int from) {
		float top = 0;
		int at = from;
		while (this.tied.get(at) && at + 1 < this.items.size()) {
			top += this.items.get(at).advance();
			at++;
		}
		return top + this.items.get(at).height();
	}

}
