package cn.ecopark.studio.web;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.process.pack.ModelCheck;
import cn.ecopark.shared.Refusal;
import cn.ecopark.studio.Draft;
import cn.ecopark.studio.Drafts;
import cn.ecopark.studio.ModelerRefusals.ModelerFileTwice;
import cn.ecopark.studio.ModelerRefusals.ModelerOtherPack;
import cn.ecopark.studio.StudioRefusals.DraftNotFound;
import cn.ecopark.studio.TakeModelerFiles;
import cn.ecopark.web.ProblemCatalogue;
import cn.ecopark.web.ProblemViews;

/**
 * The desktop Camunda Modeler sends diagrams to a draft by its dialog for an engine; the
 * address of the draft stands for that of the engine's interface. Who may is decided by
 * the path.
 */
@RestController
@RequestMapping(path = { "/modeler/{draft}", "/modeler/{draft}/en" }, produces = MediaType.APPLICATION_JSON_VALUE)
class ModelerController {

	private static final String KEPT = "studio.modeler-kept";

	private static final int LONGEST_NAME = 200;

	private final Drafts drafts;

	private final TakeModelerFiles take;

	private final ModelerWords words;

	private final ProblemCatalogue catalogue;

	private final CurrentActor current;

	ModelerController(Drafts drafts, TakeModelerFiles take, ModelerWords words, ProblemCatalogue catalogue,
			CurrentActor current) {
		this.drafts = drafts;
		this.take = take;
		this.words = words;
		this.catalogue = catalogue;
		this.current = current;
	}

	/**
	 * By which the Modeler finds out whether it is heard; it asks for none of them.
	 * @throws DraftNotFound when there is no such draft
	 */
	@GetMapping("/deployment")
	List<String> deployments(@PathVariable UUID draft) {
		this.drafts.get(draft);
		return List.of();
	}

	/**
	 * @throws DraftNotFound when there is no such draft
	 */
	@GetMapping("/version")
	Map<String, String> version(@PathVariable UUID draft) {
		this.drafts.get(draft);
		return Map.of("version", ModelCheck.ENGINE_VERSION);
	}

	/**
	 * Keeps what was sent. The Modeler shows nothing of a good answer, so that what has
	 * to be put right in what is kept is told as a bad one, whose words begin with that
	 * it is kept.
	 * @param name what the Modeler calls it
	 * @param tenant may be empty, or the draft's pack
	 */
	@PostMapping(path = "/deployment/create", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ResponseEntity<Map<String, Object>> deploy(@PathVariable UUID draft,
			@RequestParam(name = "deployment-name", defaultValue = "") String name,
			@RequestParam(name = "tenant-id", defaultValue = "") String tenant, MultipartHttpServletRequest form,
			HttpServletRequest request, Locale locale) throws IOException {
		Draft open = this.drafts.get(draft);
		try {
			if (!tenant.isBlank() && !tenant.strip().equals(open.pack())) {
				throw new ModelerOtherPack(tenant.strip(), open.pack());
			}
			TakeModelerFiles.Taken taken = this.take.take(draft, filesIn(form), this.current.get());
			return taken.errors().isEmpty() ? ResponseEntity.ok(deployment(open, name, taken)) : problem(request,
					HttpStatus.BAD_REQUEST, KEPT, this.words.kept(open, taken.steps(), taken.errors(), locale));
		}
		catch (Refusal refusal) {
			return problem(request, this.catalogue.statusOf(refusal.problem()), refusal.problem(),
					this.words.refused(open, refusal, locale));
		}
	}

	/** The Modeler names each part as its file. */
	private static Map<String, byte[]> filesIn(MultipartHttpServletRequest form) throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		for (List<MultipartFile> parts : form.getMultiFileMap().values()) {
			for (MultipartFile part : parts) {
				String said = Objects.requireNonNullElse(part.getOriginalFilename(), "");
				String file = said.isEmpty() ? part.getName() : said;
				if (files.putIfAbsent(file, part.getBytes()) != null) {
					throw new ModelerFileTwice(file);
				}
			}
		}
		return files;
	}

	/** As the engine would tell it; no process is one that could be started. */
	private static Map<String, Object> deployment(Draft draft, String name, TakeModelerFiles.Taken taken) {
		Map<String, Object> said = new LinkedHashMap<>();
		said.put("links", List.of());
		said.put("id", draft.id() + ":" + taken.steps().values().stream().max(Integer::compare).orElse(0));
		said.put("name", name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
		said.put("source", draft.title());
		said.put("deploymentTime", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(StudioWords.at(Instant.now())));
		said.put("tenantId", draft.pack());
		said.put("deployedProcessDefinitions", Map.of());
		return said;
	}

	/** Whatever is asked for, the Modeler reads JSON alone. */
	@ExceptionHandler
	ResponseEntity<Map<String, Object>> on(DraftNotFound refusal, HttpServletRequest request, Locale locale) {
		return problem(request, HttpStatus.NOT_FOUND, refusal.problem(), this.words.refused(refusal, locale));
	}

	private static ResponseEntity<Map<String, Object>> problem(HttpServletRequest request, HttpStatus status,
			String problem, String message) {
		request.setAttribute(ProblemViews.PROBLEM, problem);
		Map<String, Object> said = new LinkedHashMap<>();
		said.put("type", "/problems/" + problem);
		said.put("status", status.value());
		said.put("message", message);
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(said);
	}

}
