package cn.ecopark.process.pack;

import cn.ecopark.form.FormCheck;
import cn.ecopark.form.FormFault;
import cn.ecopark.process.engine.SafeXml;
import cn.ecopark.process.engine.UnreadableModel;
import cn.ecopark.rulepack.PackCheck;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.rulepack.RulePack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/**
 * The first wall: whatever is deployed is checked before the engine sees it. Only
 * allow-listed elements, attributes and expressions pass; every user task must be
 * complete and agree with the data of its pack. The check ends whatever it is given.
 */
@Component
public class ModelCheck {

	private static final Logger LOG = LoggerFactory.getLogger(ModelCheck.class);

	private static final String DIAGRAM = ".bpmn";

	private static final String FORM = ".form";

	/** Files that lie beside the models for people, and that no program reads. */
	private static final Set<String> FOR_PEOPLE = Set.of("md", "txt");

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
	 * file, the weightiest first, few for each file; empty when they may be deployed
	 */
	public List<PackFinding> check(RulePack pack, PackFiles files) {
		Map<String, byte[]> models = modelsIn(files);
		if (models.size() > MOST_FILES) {
			return List.of(PackFinding.error("", 0, "", "model.too-many-files", String.valueOf(models.size()),
					String.valueOf(MOST_FILES)));
		}
		List<PackFinding> told = new ArrayList<>();
		new Run(pack, models, LONGEST).check(models.keySet()).values().forEach(findings -> told.addAll(findings.told()));
		told.sort(Comparator.comparing(PackFinding::severity));
		return told;
	}

	/**
	 * The door of whoever draws: judges one diagram or form as it is on the screen,
	 * together with the pack it belongs to, and the diagrams that call it. Nothing is
	 * kept; it ends soon whatever it is given. Tell a finding by
	 * {@code Texts.of(locale, finding)}: it says what is wrong and what to do, in
	 * Chinese and in English. {@link PackFinding#place()} and {@link PackFinding#also()}
	 * are ids of elements of {@link PackFinding#file()}; empty is the file as a whole.
	 * Only {@code ERROR} keeps a pack from being released.
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
		Run run = new Run(pack, models, LONGEST_OF_ONE);
		Map<String, ModelFindings> found = run.check(Set.of(file));
		List<PackFinding> told = new ArrayList<>(found.getOrDefault(file, new ModelFindings(file)).told());
		if (found.containsKey(file) && found.get(file).hasErrors()) {
			return told;
		}
		run.callersOf(file)
			.stream()
			.flatMap(caller -> found.getOrDefault(caller, new ModelFindings(caller)).told().stream())
			.filter(finding -> finding.severity() == PackFinding.Severity.ERROR)
			.forEach(told::add);
		return told;
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

	/** One check of all models of a pack. */
	private final class Run {

		private final RulePack pack;

		private final Map<String, byte[]> models;

		private final long end;

		private final Map<String, ModelFindings> findings = new LinkedHashMap<>();

		private final Diagrams diagrams = new Diagrams();

		private final Map<String, String> forms = new TreeMap<>();

		private final Set<String> processes = new TreeSet<>();

		Run(RulePack pack, Map<String, byte[]> models, Duration longest) {
			this.pack = pack;
			this.models = models;
			this.end = System.nanoTime() + longest.toNanos();
		}

		/**
		 * @param wanted files to be judged, with the diagrams that call them
		 */
		Map<String, ModelFindings> check(Set<String> wanted) {
			this.models.forEach((path, content) -> guarded(path, () -> read(path, content)));
			Models all = new Models(this.diagrams, this.processes, this.forms);
			Set<String> asked = this.diagrams.formsAsked();
			Set<String> judged = new TreeSet<>(wanted);
			wanted.forEach(file -> judged.addAll(callersOf(file)));
			this.models.keySet().stream().filter(judged::contains).forEach(path -> {
				if (System.nanoTime() > this.end) {
					of(path).error(0, "", "out-of-time");
				}
				else if (path.endsWith(DIAGRAM)) {
					this.diagrams.find(nameOf(path))
						.ifPresent(diagram -> guarded(path, () -> judge(path, diagram, all)));
				}
				else if (this.forms.containsKey(nameOf(path))) {
					guarded(path, () -> judgeForm(path, asked));
				}
			});
			return this.findings;
		}

		/**
		 * @return paths of the diagrams that call that one
		 */
		Set<String> callersOf(String path) {
			Set<String> callers = new TreeSet<>();
			if (path.endsWith(DIAGRAM)) {
				this.diagrams.callersOf(nameOf(path))
					.forEach(caller -> callers.add(PackFiles.DIAGRAMS + caller + DIAGRAM));
				callers.remove(path);
			}
			return callers;
		}

		private ModelFindings of(String path) {
			return this.findings.computeIfAbsent(path, ModelFindings::new);
		}

		/**
		 * A fault of the check itself is a finding too: what was not judged does not
		 * pass.
		 */
		private void guarded(String path, Runnable step) {
			try {
				step.run();
			}
			catch (RuntimeException | StackOverflowError unexpected) {
				LOG.error("The check of {} failed", path, unexpected);
				of(path).error(0, "", "not-judged");
			}
		}

		private void read(String path, byte[] content) {
			of(path);
			if (path.startsWith(PackFiles.DIAGRAMS) && path.endsWith(DIAGRAM)) {
				this.processes.add(nameOf(path));
				readDiagram(path, content);
			}
			else if (path.startsWith(PackFiles.FORMS) && path.endsWith(FORM)) {
				readForm(path, content);
			}
			else if (!FOR_PEOPLE.contains(path.substring(path.lastIndexOf('.') + 1))) {
				of(path).error(0, "", "neither-diagram-nor-form");
			}
		}

		private void readDiagram(String path, byte[] content) {
			try {
				Document document = SafeXml.read(content);
				if (!ModelElements.isBpmn(document.getDocumentElement(), "definitions")) {
					of(path).error(0, "", "no-drawing");
				}
				else if (new FlowRules(nameOf(path), this.diagrams, of(path)).isWithinBounds(document)) {
					this.diagrams.add(nameOf(path), document);
				}
			}
			catch (UnreadableModel unreadable) {
				of(path).error(unreadable.line(), "", "unreadable-" + words(unreadable.reason().name()),
						unreadable.detail());
			}
		}

		private void readForm(String path, byte[] content) {
			if (content.length > FormCheck.LARGEST) {
				of(path).error(0, "", "unreadable-too-large", String.valueOf(FormCheck.LARGEST / 1_000));
				return;
			}
			try {
				this.forms.put(nameOf(path), UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
			}
			catch (CharacterCodingException otherEncoding) {
				of(path).error(0, "", "unreadable-encoding", "?");
			}
		}

		/** Code first, then what is tied to nothing, then what is not complete. */
		private void judge(String path, Document document, Models all) {
			ModelFindings found = of(path);
			found.order(FlowOrder.of(document));
			String process = nameOf(path);
			boolean known = new AllowList(ModelCheck.this.names, this.pack, found).check(document.getDocumentElement());
			boolean sound = known && new FlowRules(process, this.diagrams, found).check(document);
			new DiagramRules(process, this.pack, all, found).check(document);
			if (sound) {
				new GatewayRules(this.pack, found).check(document, this.diagrams);
				new EffectRules(process, this.pack, this.diagrams, found).check(document);
			}
			if (known) {
				new NameRules(this.diagrams, found).check(document);
				new LayoutRules(found).check(document);
			}
		}

		private void judgeForm(String path, Set<String> asked) {
			String form = nameOf(path);
			for (FormFault fault : FormCheck.faultsIn(form, this.forms.getOrDefault(form, ""))) {
				of(path).error(0, fault.field(), "form-" + fault.key(), fault.arguments().toArray());
			}
			if (of(path).isEmpty() && !asked.contains(form)) {
				of(path).warning("", "form-of-no-step");
			}
		}

		private static String nameOf(String path) {
			return path.substring(path.indexOf('/') + 1, path.lastIndexOf('.'));
		}

		private static String words(String reason) {
			return reason.toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
