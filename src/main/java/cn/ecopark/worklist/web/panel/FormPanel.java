package cn.ecopark.worklist.web.panel;

import java.util.List;

import cn.ecopark.web.view.FormField;

/**
 * The fields of a form schema; used by the panels form, sheet, meeting and notice.
 *
 * @param name one of those four
 */
public record FormPanel(String name, List<FormField> fields) implements PanelView {

	public static FormPanel form(List<FormField> fields) {
		return new FormPanel("form", fields);
	}

}
