package cn.ecopark.process.pack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.camunda.bpm.engine.impl.util.ProductPropertiesUtil;
import org.springframework.stereotype.Component;

import cn.ecopark.process.engine.ModelVocabulary;
import cn.ecopark.process.engine.SafeXml;
import cn.ecopark.process.engine.UnreadableModel;
import cn.ecopark.rulepack.PackCheck;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.rulepack.RulePack;

/**
 * The first wall: whatever is deployed is checked before the engine sees it. Only
 * allow-listed elements, attributes and expressions pass; every user task must be
 * complete and agree with the data of its pack. The check ends whatever it is given.
 */
@Component
public class ModelCheck {

	/** Version of the engine for which drawings are made. */
	public static final String ENGINE_VERSION = ProductPropertiesUtil.getProductVersion();

	/** The shipped pack has 55. */
	private static final int MOST_FILES = 300;

	/** The check of the shipped pack takes less than a second. */
	private static final Duration LONGEST = Duration.ofSeconds(30);

	/** Of one drawing with those that call it; the largest shipped one takes 0.1 s. */
	private static final Duration LONGEST_OF_ONE = Duration.ofSeconds(5);

	private final DelegateNames names;

	public ModelCheck(DelegateNames names) {
		this.names = names;
	}

	/** The names that expressions of models may use. */
	public interface DelegateNames {

		/** What a service task may call. */
		boolean isDelegate(String name);

		boolean isCollection(String name);

		/** A date that a timer may name; limits must exist in the pack. */
		boolean isTimerDate(String name, RulePack pack);

		boolean isFact(String name);

	}

	/**
	 * @return what is wrong with the diagrams and forms of these files: errors first, by
	 * file, in the order of the flow, few for each file; empty when they may be deployed
	 */
	public List<PackFinding> check(RulePack pack, PackFiles files) {
		Map<String, byte[]> models = modelsIn(files);
		if (models.size() > MOST_FILES) {
			return List.of(PackFinding.error("", 0, "", "model.too-many-files", String.valueOf(models.size()),
					String.valueOf(MOST_FILES)));
		}
		List<PackFinding> told = new ArrayList<>();
		new CheckRun(this.names, pack, models, LONGEST).check(models.keySet())
			.values()
			.forEach(findings -> told.addAll(findings.told()));
		told.sort(Comparator.comparing(PackFinding::severity));
		return told;
	}

	/**
	 * The door of whoever draws: judges one diagram or form as it is on the screen,
	 * together with the pack it belongs to, and the diagrams that call it. Nothing is
	 * kept; it ends soon whatever it is given. Tell a finding by
	 * {@code Texts.of(locale, finding)}: it says what is wrong and what to do, in Chinese
	 * and in English. {@link PackFinding#place()} and {@link PackFinding#also()} are ids
	 * of elements of {@link PackFinding#file()}; empty is the file as a whole. Only
	 * {@code ERROR} keeps a pack from being released.
	 * @param draft the other files of the pack; one of that path among them counts as
	 * replaced
	 * @param file its path in the pack, for instance {@code bpmn/naming.bpmn}
	 * @param content as it was drawn, good XML or not
	 * @return at most {@link ModelFindings#MOST} of a file: errors first, in the order in
	 * which a case comes to them; where the drawing has no errors, those of the diagrams
	 * that call it as well; empty where nothing is wrong
	 */
	public List<PackFinding> check(PackFiles draft, String file, byte[] content) {
		return PackCheck.dataOf(draft)
			.map(pack -> check(pack, draft, file, content))
			.orElseGet(() -> List.of(PackFinding.error(file, 0, "", "model.data-unreadable", file)));
	}

	/**
	 * The same for whoever has read the data of the draft already.
	 */
	public List<PackFinding> check(RulePack pack, PackFiles draft, String file, byte[] content) {
		Map<String, byte[]> models = new LinkedHashMap<>(modelsIn(draft));
		if (models.size() > MOST_FILES) {
			return List.of(PackFinding.error("", 0, "", "model.too-many-files", String.valueOf(models.size()),
					String.valueOf(MOST_FILES)));
		}
		models.remove(file);
		// Last, so that what is called otherwise in it is told at it.
		models.put(file, content);
		CheckRun run = new CheckRun(this.names, pack, models, LONGEST_OF_ONE);
		Map<String, ModelFindings> found = run.check(Set.of(file));
		ModelFindings drawn = found.getOrDefault(file, new ModelFindings(file));
		List<PackFinding> told = new ArrayList<>(drawn.told());
		if (drawn.hasErrors()) {
			return told;
		}
		run.callersOf(file)
			.stream()
			.flatMap(caller -> found.getOrDefault(caller, new ModelFindings(caller)).told().stream())
			.filter(finding -> finding.severity() == PackFinding.Severity.ERROR)
			.forEach(told::add);
		return told;
	}

	/**
	 * @return whether it is XML that the check can look into: in UTF-8, within its
	 * bounds, without document type; what it says may be wrong all the same
	 */
	public static boolean isReadable(byte[] content) {
		try {
			SafeXml.read(content);
			return true;
		}
		catch (UnreadableModel unreadable) {
			return false;
		}
	}

	/**
	 * @return whether it can be looked into and says nothing that a diagram may never
	 * say: no element, attribute, listener or expression besides those that are known; it
	 * may be unfinished all the same
	 */
	public static boolean isHarmless(byte[] content) {
		try {
			return ModelVocabulary.strangersIn(SafeXml.read(content).getDocumentElement()).isEmpty();
		}
		catch (UnreadableModel unreadable) {
			return false;
		}
	}

	private static Map<String, byte[]> modelsIn(PackFiles files) {
		TreeMap<String, byte[]> models = new TreeMap<>();
		files.all().forEach((path, content) -> {
			if (path.startsWith(PackFiles.DIAGRAMS) || path.startsWith(PackFiles.FORMS)) {
				models.put(path, content);
			}
		});
		return models;
	}

}
