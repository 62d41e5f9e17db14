package cn.ecopark.process.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

import cn.ecopark.process.engine.SafeXml;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.worklist.FormSchema;

/**
 * The first wall: whatever is deployed is checked before the engine sees it. Only
 * allow-listed elements, attributes and expressions pass; every user task must be
 * complete and agree with the data of its pack.
 */
@Component
public class ModelCheck {

	private final DelegateNames names;

	public ModelCheck(DelegateNames names) {
		this.names = names;
	}

	/** The names that expressions of models may use. */
	public interface DelegateNames {

		/** What a service task may call. */
		boolean isDelegate(String name);

		/** What a limit's timer may call. */
		boolean isListener(String name);

		boolean isCollection(String name);

		/** A date that a timer may name; limits must exist in the pack. */
		boolean isTimerDate(String name, RulePack pack);

		boolean isFact(String name);

	}

	/**
	 * @return every fault of these models; empty when they may be deployed
	 */
	public List<ModelFault> check(RulePack pack, Map<String, String> models) {
		List<ModelFault> faults = new ArrayList<>();
		models.forEach((file, content) -> {
			if (file.endsWith(".bpmn")) {
				checkDiagram(pack, models, file, content, faults);
			}
			else if (file.endsWith(".form")) {
				checkForm(file, content, faults);
			}
			else {
				faults.add(new ModelFault(file, "", "neither a diagram nor a form"));
			}
		});
		return faults;
	}

	private void checkDiagram(RulePack pack, Map<String, String> models, String file, String content,
			List<ModelFault> faults) {
		Document document = SafeXml.parse(content);
		if (document == null) {
			faults.add(new ModelFault(file, "", "not well-formed, or with a document type"));
			return;
		}
		new AllowList(file, this.names, pack, faults).check(document.getDocumentElement());
		new DiagramRules(file, pack, models, faults).check(document);
		new GatewayRules(file, pack, faults).check(document, models);
	}

	private static void checkForm(String file, String content, List<ModelFault> faults) {
		try {
			FormSchema schema = FormSchema.parse(content);
			if (!file.equals(schema.id() + ".form")) {
				faults.add(new ModelFault(file, schema.id(), "the form id is not the file name"));
			}
		}
		catch (FormSchema.NotAllowed notAllowed) {
			faults.add(new ModelFault(file, "", String.valueOf(notAllowed.getMessage())));
		}
	}

}
