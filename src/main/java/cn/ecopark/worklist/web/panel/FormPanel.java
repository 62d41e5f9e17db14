package cn.ecopark.worklist.web.panel;

import java.util.List;

import cn.ecopark.web.view.InputField;

/**
 * The fields of a form schema; used by the panels form, sheet, meeting and notice.
 *
 * @param name one of those four
 */
public record FormPanel(String name, List<InputField> fields) implements PanelView {

	public static FormPanel form(List<InputField> fields) {
		return new FormPanel("form", fields);
	}

}
