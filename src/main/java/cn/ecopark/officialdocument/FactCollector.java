package cn.ecopark.officialdocument;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.ReadOnce;
import cn.ecopark.typesetting.manuscript.Facts;

/**
 * Asks all who know something what a document is to say. They stand in modules above,
 * which order documents themselves, so they are looked for when one is made.
 */
@Component
class FactCollector {

	private final ObjectProvider<FactSource> sources;

	FactCollector(ObjectProvider<FactSource> sources) {
		this.sources = sources;
	}

	/**
	 * @return what the sources tell, and over it what the order states itself
	 */
	Facts collect(IssueOrder order) {
		Facts facts = Facts.empty();
		ReadOnce.during(() -> {
			this.sources.orderedStream().forEach(source -> source.tell(order, facts));
			order.known().accept(facts);
		});
		return facts;
	}

}
