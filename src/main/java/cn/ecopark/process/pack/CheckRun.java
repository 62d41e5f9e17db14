package cn.ecopark.process.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;

import cn.ecopark.form.FormCheck;
import cn.ecopark.form.FormFault;
import cn.ecopark.process.engine.SafeXml;
import cn.ecopark.process.engine.UnreadableModel;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.RulePack;

/** One check of all models of a pack. */
final class CheckRun {

	private static final Logger LOG = LoggerFactory.getLogger(CheckRun.class);

	private static final String DIAGRAM = ".bpmn";

	private static final String FORM = ".form";

	/** Files that lie beside the models for people, and that no program reads. */
	private static final Set<String> FOR_PEOPLE = Set.of("md", "txt");

	private final ModelCheck.DelegateNames names;

	private final RulePack pack;

	private final Map<String, byte[]> models;

	private final long end;

	private final Map<String, ModelFindings> findings = new LinkedHashMap<>();

	private final Diagrams diagrams = new Diagrams();

	private final Map<String, String> forms = new TreeMap<>();

	private final Set<String> processes = new TreeSet<>();

	CheckRun(ModelCheck.DelegateNames names, RulePack pack, Map<String, byte[]> models, Duration longest) {
		this.names = names;
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
				this.diagrams.find(nameOf(path)).ifPresent(diagram -> guarded(path, () -> judge(path, diagram, all)));
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
			this.diagrams.callersOf(nameOf(path)).forEach(caller -> callers.add(PackFiles.DIAGRAMS + caller + DIAGRAM));
			callers.remove(path);
		}
		return callers;
	}

	private ModelFindings of(String path) {
		return this.findings.computeIfAbsent(path, ModelFindings::new);
	}

	/**
	 * A fault of the check itself is a finding too: what was not judged does not pass.
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
		boolean known = new AllowList(this.names, this.pack, found).check(document.getDocumentElement());
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
		else if (!of(path).isEmpty()) {
			of(path).label(FormCheck.labelsIn(this.forms.getOrDefault(form, "")));
		}
	}

	private static String nameOf(String path) {
		int begin = path.indexOf('/') + 1;
		int dot = path.lastIndexOf('.');
		return path.substring(begin, dot > begin ? dot : path.length());
	}

	private static String words(String reason) {
		return reason.toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
