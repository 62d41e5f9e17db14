package cn.ecopark.worklist.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.worklist.WorkItem;

/** The pages of the work panels by the name that models use. */
@Component
public class PanelPages {

	private final Map<String, PanelPage> byName;

	PanelPages(List<PanelPage> pages) {
		this.byName = pages.stream().collect(Collectors.toUnmodifiableMap(PanelPage::name, Function.identity()));
	}

	/**
	 * @throws IllegalArgumentException when the item's panel has none; the model check
	 * refuses models that name an unknown panel
	 */
	public PanelPage get(WorkItem item) {
		String name = item.description().panel();
		PanelPage page = this.byName.get(name);
		if (page == null) {
			throw new IllegalArgumentException("No page of the work panel " + name);
		}
		return page;
	}

}
